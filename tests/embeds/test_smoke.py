"""What is told of a deployed site that does not serve embeds as partners' pages need them."""

from __future__ import annotations

import json
import socket
from collections.abc import Mapping
from dataclasses import replace
from threading import Thread
from urllib.parse import urlsplit

import pytest

from command import cx
from cxguide.embeds.releases import integrity
from cxguide.embeds.smoke import Answer, fetched, smoke
from embed_project import EmbedProject, new_project
from partner_pages import embeds_served

SITE = "https://guide.example/"
CORS = {"access-control-allow-origin": "*"}
POLICY = b'<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;">'
RELEASED = b"go()"
RELEASE = {"version": "1.0.0", "files": {"nps.en.js": integrity(RELEASED)}}
NOW = ["loader.js", "nps.en.html", "nps.en.js", "nps.en.oembed.json"]
LISTED = {"current": {"folder": "v1", "files": NOW}, "releases": [RELEASE]}
TYPES = {"html": "text/html; charset=utf-8", "js": "text/javascript", "json": "application/json"}

GOOD: Mapping[str, Answer] = {
    "versions.json": Answer(200, CORS, json.dumps(LISTED).encode()),
    "v1/nps.en.html": Answer(200, CORS, POLICY),
    "v1/nps.en.js": Answer(200, CORS, b"go()"),
    "v1/nps.en.oembed.json": Answer(200, CORS, b"{}"),
    "v1/loader.js": Answer(200, CORS, b"load()"),
    "1.0.0/nps.en.js": Answer(
        200, CORS | {"cache-control": "public, max-age=31536000, immutable"}, RELEASED
    ),
}  # fmt: skip


def faults(name: str = "", **changes: object) -> list[str]:
    """What is told of a site that is all right but for one file."""

    def ask(address: str, encoding: str = "identity") -> Answer:
        found = urlsplit(address).path.removeprefix("/embed/")
        answer = GOOD[found]
        headers = {"content-type": TYPES[found.rpartition(".")[2]], **answer.headers}
        if "gzip" in encoding:
            headers["content-encoding"] = "gzip"
        answer = replace(answer, headers=headers)
        if found == name:
            changed = {one: value for one, value in changes.items() if one != "headers"}
            merged = headers | dict(changes.get("headers", {}))
            kept = {one: value for one, value in merged.items() if value is not None}
            answer = replace(answer, headers=kept, **changed)
        return answer

    return [one.removeprefix(f"{SITE}embed/") for one in smoke(SITE, ask)]


def test_a_site_that_is_all_right_has_no_faults():
    assert [] == faults()


@pytest.mark.parametrize(
    ("name", "changes", "told"),
    [
        ("versions.json", {"status": 404}, "the server answers 404; is this the address"),
        ("versions.json", {"status": 0, "content": b"no route"}, "no answer (no route); is this"),
        ("versions.json", {"content": b"<html>"}, "this is no list of releases"),
        ("versions.json", {"content": b"[]"}, "this is no list of releases"),
        ("versions.json", {"content": b"{}"}, "this is no list of releases"),
        ("v1/nps.en.html", {"status": 404}, "the server answers 404"),
        ("v1/loader.js", {"status": 0, "content": b"timed out"}, "no answer (timed out)"),
        ("v1/nps.en.js", {"headers": {"content-type": "text/plain"}}, "the type is text/plain"),
        ("v1/nps.en.js", {"headers": {"content-type": None}}, "the type is missing"),
        (
            "v1/nps.en.js",
            {"headers": {"content-type": "text/javascript; charset=windows-1250"}},
            "the server says that it is windows-1250",
        ),
        ("v1/nps.en.oembed.json", {"headers": {"content-type": "a/b"}}, "the type is a/b"),
        ("v1/nps.en.js", {"headers": {"access-control-allow-origin": None}}, "no 'Access-Control"),
        ("v1/nps.en.js", {"headers": {"access-control-allow-origin": SITE}}, "no 'Access-Control"),
        ("v1/nps.en.html", {"headers": {"x-frame-options": "DENY"}}, "a header forbids"),
        (
            "v1/nps.en.html",
            {"headers": {"content-security-policy": "frame-ancestors 'self'"}},
            "a header forbids",
        ),
        ("v1/nps.en.html", {"content": b"<p>"}, "the page has lost its policy"),
        ("v1/loader.js", {"headers": {"content-encoding": None}}, "without compression, 6 bytes"),
        ("1.0.0/nps.en.js", {"status": 404}, "the server answers 404"),
        ("1.0.0/nps.en.js", {"content": b"go() "}, "other bytes than the release has"),
        ("1.0.0/nps.en.js", {"headers": {"cache-control": "max-age=60"}}, "so browsers ask for it"),
        ("1.0.0/nps.en.js", {"headers": {"cache-control": None}}, "so browsers ask for it"),
        (
            "1.0.0/nps.en.js",
            {"headers": {"access-control-allow-origin": None}},
            "which integrity needs",
        ),
    ],
)  # fmt: skip
def test_a_fault_is_told_once_with_its_address(name: str, changes: dict[str, object], told: str):
    (fault,) = faults(name, **changes)

    assert fault.startswith(f"{name}: ")
    assert told in fault


@pytest.mark.parametrize(
    "content", [b'{"releases": [1]}', b'{"releases": 1}', b'{"releases": [{"version": "1.0.0"}]}']
)
def test_a_list_of_releases_that_is_none_is_told(content: bytes):
    assert ["versions.json: this is no list of releases"] == faults(
        "versions.json", content=content
    )


def test_a_server_that_is_not_there_is_told():
    answer = fetched("http://127.0.0.1:9/embed/versions.json")

    assert (0, True) == (answer.status, b"refused" in answer.content)


@pytest.mark.parametrize("address", ["http://127.0.0.1:x/", "http://a b/", "http:///"])
def test_an_address_that_leads_nowhere_is_told(address: str):
    assert 0 == fetched(address).status


def test_a_server_that_hangs_up_is_told():
    with socket.create_server(("127.0.0.1", 0)) as server:
        Thread(target=lambda: server.accept()[0].close(), daemon=True).start()

        answer = fetched(f"http://127.0.0.1:{server.getsockname()[1]}/")

    assert 0 == answer.status


# Against a server


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> EmbedProject:
    """A project with a release, built."""
    project = new_project(tmp_path_factory.mktemp("smoke") / "tiny")
    done = project.embed("release", "1.0.0")
    assert 0 == done.exit_code, done.output
    project.built()
    return project


def test_a_site_on_a_host_that_reads_our_headers_has_no_faults(project: EmbedProject):
    with embeds_served(project.root / "site", is_packed=True) as address:
        done = cx("embed", "smoke", address)

    assert (0, f"{address}: no faults found\n") == (done.exit_code, done.output)


def test_a_site_on_a_bare_host_is_told_what_it_lacks(project: EmbedProject):
    with embeds_served(project.root / "site", rules={}) as address:
        done = cx("embed", "smoke", address)

    assert 1 == done.exit_code
    lines = done.stderr.splitlines()
    for told, times in (
        ("no 'Access-Control-Allow-Origin: *'", 8),
        ("it is sent without compression", 4),
        ("no 'Cache-Control: ... immutable'", 4),
    ):
        assert times == sum(told in line for line in lines)
    assert 16 == len(lines)


def test_a_folder_that_is_no_guide_is_told(project: EmbedProject):
    with embeds_served(project.root / "site" / "embed", rules={}) as address:
        done = cx("embed", "smoke", address)

    assert 1 == done.exit_code
    assert "is this the address of the site?" in done.stderr


@pytest.mark.parametrize("address", ["guide.example", "ftp://guide.example", "file:///etc/passwd"])
def test_what_is_no_address_of_a_site_is_wrong_use(address: str):
    done = cx("embed", "smoke", address)

    assert 2 == done.exit_code
    assert "is no address of a site" in done.output
