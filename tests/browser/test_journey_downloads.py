"""The files of maps in a real browser: pictures as readers and partners show them."""

import base64

import pytest
from playwright.sync_api import Browser, Page

from cxguide.journeys.pictures import png, svg
from cxguide.journeys.pictures.layout import lay_out
from map_texts import TAGS, plain_of
from settled import settle

pytestmark = pytest.mark.browser

# Both pictures on a canvas of half their size in px, so that the edges of letters, which every
# renderer smooths in its own way, do not count. Gives the mean and the largest difference (0-255)
# of a channel, the share of clear differences, and that of pixels that are not paper.
COMPARED = """async ([first, second, width, height]) => {
  const pixels = async (address) => {
    const image = new Image();
    image.src = address;
    document.body.append(image);
    await image.decode();
    // The fonts inside an SVG come a frame later than the picture.
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    const large = new OffscreenCanvas(2 * width, 2 * height).getContext("2d");
    large.drawImage(image, 0, 0, 2 * width, 2 * height);
    const small = new OffscreenCanvas(width / 2, height / 2).getContext("2d");
    small.imageSmoothingQuality = "high";
    small.drawImage(large.canvas, 0, 0, width / 2, height / 2);
    return small.getImageData(0, 0, width / 2, height / 2).data;
  };
  const [one, other] = [await pixels(first), await pixels(second)];
  let sum = 0, largest = 0, clear = 0, drawn = 0;
  for (let at = 0; at < one.length; at += 1) {
    const difference = Math.abs(one[at] - other[at]);
    sum += difference;
    largest = Math.max(largest, difference);
    clear += difference > 48;
    drawn += one[at] < 224;
  }
  const count = one.length;
  return {mean: sum / count, largest, clear: clear / count, drawn: drawn / count};
}"""


def address(kind: str, made: bytes) -> str:
    return f"data:image/{kind};base64,{base64.b64encode(made).decode()}"


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("name", ["retailer", "saas"])
def test_png_and_svg_show_the_same(page: Page, name: str, tag: str):
    plain = plain_of(name, tag)
    area = lay_out(plain).area
    pictures = [address("svg+xml", svg.file(plain)), address("png", png.file(plain))]

    found = page.evaluate(COMPARED, [*pictures, area.width, area.height])

    assert found["mean"] < 1.5
    assert found["clear"] < 0.0005
    assert found["drawn"] > 0.02


@pytest.mark.parametrize("tag", TAGS)
def test_an_svg_opens_as_an_image_of_its_size(page: Page, tag: str):
    plain = plain_of("clinic", tag)
    page.set_content(f'<img alt="" src="{address("svg+xml", svg.file(plain))}">')

    page.wait_for_function("document.images[0].complete")

    area = lay_out(plain).area
    size = page.evaluate("[document.images[0].naturalWidth, document.images[0].naturalHeight]")
    assert [area.width, area.height] == size


def test_an_svg_is_dark_where_the_reader_wants_it(chromium: Browser):
    picture = address("svg+xml", svg.file(plain_of("retailer", "en")))

    def first_pixel(scheme: str) -> bytes:
        page = chromium.new_page(color_scheme=scheme)
        page.set_content(f'<body style="margin:0"><img alt="" src="{picture}">')
        page.wait_for_function("document.images[0].complete")
        colour = page.screenshot(clip={"x": 0, "y": 0, "width": 8, "height": 8})
        page.close()
        return colour

    assert first_pixel("light") != first_pixel("dark")


@pytest.mark.parametrize("tag", TAGS)
def test_words_are_as_wide_as_they_were_measured(page: Page, tag: str):
    scene = lay_out(plain_of("retailer", tag))
    page.set_content(svg.drawing(scene))
    settle(page)

    widths = page.evaluate(
        "[...document.querySelectorAll('text')].map(one => one.getComputedTextLength())"
    )

    measured = [words.area.width for words in scene.words]
    apart = [
        (words.text, width, expected)
        for words, width, expected in zip(scene.words, widths, measured, strict=True)
        if abs(width - expected) > 0.5
    ]
    assert [] == apart
