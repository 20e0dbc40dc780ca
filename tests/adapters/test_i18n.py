"""What we rely on in static-i18n: if one of these fails, read `adapters/i18n.py` again."""

from __future__ import annotations

import inspect
from importlib.metadata import version

from mkdocs_static_i18n import folder, suffix
from mkdocs_static_i18n.config import RE_LOCALE, I18nPluginConfig, I18nPluginLanguage
from mkdocs_static_i18n.plugin import I18n

HOOKS = {"on_config": -100, "on_files": -100, "on_nav": -100, "on_post_build": -100}


def test_the_version_is_the_one_whose_private_parts_we_know() -> None:
    assert version("mkdocs-static-i18n") == "1.3.1"


def test_the_plugin_has_the_state_we_read() -> None:
    plugin = I18n()

    assert plugin.current_language is None
    assert plugin.building is False
    assert isinstance(I18n.default_language, property)
    assert isinstance(I18n.all_languages, property)


def test_the_options_we_set_exist() -> None:
    known = {name for name, _ in I18nPluginConfig._schema}
    assert known >= {"reconfigure_material", "reconfigure_search", "docs_structure", "languages"}


def test_a_language_has_the_options_we_read() -> None:
    known = {name for name, _ in I18nPluginLanguage._schema}
    assert known >= {"locale", "name", "default", "build"}


def test_its_hooks_run_between_ours() -> None:
    actual = {name: getattr(I18n, name).mkdocs_priority for name in HOOKS}
    assert actual == HOOKS


def test_files_are_located_by_the_same_function_in_both_structures() -> None:
    expected = ["file", "current_language", "default_language", "all_languages", "config"]
    assert list(inspect.signature(folder.create_i18n_file).parameters) == expected
    assert list(inspect.signature(suffix.create_i18n_file).parameters) == expected


def test_two_small_letters_are_taken_for_a_language() -> None:
    assert RE_LOCALE.match("cx")
    assert not RE_LOCALE.match("assets")


def test_its_sitemap_is_in_the_folder_we_forget() -> None:
    assert "custom_i18n_sitemap" in inspect.getsource(I18n.reconfigure_mkdocs_config)


def test_it_builds_no_language_that_we_leave_out() -> None:
    plugin = I18n()
    plugin.load_config(
        {
            "languages": [
                {"locale": tag, "name": tag, "default": tag == "en"} for tag in ("en", "cs")
            ]
        }
    )
    plugin.config.languages[1].build = None

    assert ["en"] == plugin.build_languages
    assert ["en", "cs"] == plugin.all_languages
