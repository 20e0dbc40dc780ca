"""Names become short, and every name still means what it meant."""

import pytest

from cxguide.metrics.short_names import with_short_names

CASES = {
    "a parameter hides a name outside": (
        "const total = 1; const f = (total) => total;",
        "const e = 1; const t = (e) => e;",
    ),
    "a name outside that is used inside keeps its own": (
        "const total = 1; const f = (part) => part + total;",
        "const e = 1; const t = (t) => t + e;",
    ),
    "a name of the page is left alone and not taken": (
        "const total = e; function f() { return print(total, t); }",
        "const n = e; function a() { return print(n, t); }",
    ),
    "a property keeps its name": (
        "const one = { two: 1 }; one.two = one.two + one['two'];",
        "const e = { two: 1 }; e.two = e.two + e['two'];",
    ),
    "a name that is a property as well is written twice": (
        "const one = 1; const two = { one }; const { three, four: five = one } = two;",
        "const e = 1; const t = { one: e }; const { three: n, four: a = e } = t;",
    ),
    "a default in a pattern": (
        "const f = ({ one = 1, ...rest }, [first, second = one]) => first + rest.one;",
        "const e = ({ one: e = 1, ...t }, [n, a = e]) => n + t.one;",
    ),
    "loops and catches have names of their own": (
        "for (const one of list) { const two = one; } try { f(); } catch (fault) { g(fault); }",
        "for (const e of list) { const t = e; } try { f(); } catch (e) { g(e); }",
    ),
    "functions are known before they are written": (
        "const a = later(1); function later(x) { return x; }",
        "const e = t(1); function t(e) { return e; }",
    ),
    "classes, methods and private names": (
        "class Tool extends Base { #size = 1; grow(by) { this.#size += by; return new Tool(); } }",
        "class e extends Base { #e = 1; grow(t) { this.#e += t; return new e(); } }",
    ),
    "a parameter that nothing uses": (
        "function f(one) { const two = 2; return two; } try { f(); } catch (fault) { let g = 1; }",
        "function e(e) { const t = 2; return t; } try { e(); } catch (e) { let t = 1; }",
    ),
    "text and templates": (
        "const name = 'name'; const text = `name ${name}`;",
        "const e = 'name'; const t = `name ${e}`;",
    ),
    "letters of any alphabet around it": (
        "const sign = 'ไทย'; f(sign, 'č');",
        "const e = 'ไทย'; f(e, 'č');",
    ),
}


@pytest.mark.parametrize(("script", "expected"), CASES.values(), ids=CASES)
def test_names_that_the_script_declares_become_short(script: str, expected: str):
    assert expected == with_short_names(script)


def test_a_script_with_many_names_gets_no_word_of_the_language():
    names = [f"name_{number}" for number in range(3000)]

    script = with_short_names("".join(f"const {name} = 1;" for name in names))

    short = [part.removeprefix("const ").split(" ")[0] for part in script.split(";")[:-1]]
    assert 3000 == len(set(short))
    assert not {"do", "if", "in"} & set(short)


def test_a_script_with_a_fault_is_refused():
    with pytest.raises(ValueError, match="fault in its syntax"):
        with_short_names("const = 1;")
