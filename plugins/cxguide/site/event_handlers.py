"""Attributes whose text is a script: every other name that begins with "on" is an author's own."""

from __future__ import annotations

__all__ = ["EVENT_HANDLERS"]

_NAMES = """
onabort onafterprint onanimationcancel onanimationend onanimationiteration onanimationstart
onauxclick onbeforecopy onbeforecut onbeforeinput onbeforematch onbeforepaste onbeforeprint
onbeforetoggle onbeforeunload onbegin onblur oncancel oncanplay oncanplaythrough onchange
onclick onclose oncommand oncontentvisibilityautostatechange oncontextlost oncontextmenu
oncontextrestored oncopy oncuechange oncut ondblclick ondrag ondragend ondragenter ondragleave
ondragover ondragstart ondrop ondurationchange onemptied onencrypted onend onended onerror
onfocus onfocusin onfocusout onformdata onfullscreenchange onfullscreenerror ongamepadconnected
ongamepaddisconnected ongotpointercapture onhashchange oninput oninvalid onkeydown onkeypress
onkeyup onlanguagechange onload onloadeddata onloadedmetadata onloadstart onlostpointercapture
onmessage onmessageerror onmousedown onmouseenter onmouseleave onmousemove onmouseout
onmouseover onmouseup onmousewheel onoffline ononline onpagehide onpagereveal onpageshow
onpageswap onpaste onpause onplay onplaying onpointercancel onpointerdown onpointerenter
onpointerleave onpointermove onpointerout onpointerover onpointerrawupdate onpointerup
onpopstate onprogress onratechange onrejectionhandled onrepeat onreset onresize onscroll
onscrollend onscrollsnapchange onscrollsnapchanging onsearch onsecuritypolicyviolation onseeked
onseeking onselect onselectionchange onselectstart onslotchange onstalled onstorage onsubmit
onsuspend ontimeupdate ontoggle ontouchcancel ontouchend ontouchmove ontouchstart
ontransitioncancel ontransitionend ontransitionrun ontransitionstart onunhandledrejection
onunload onvolumechange onwaiting onwaitingforkey onwebkitanimationend
onwebkitanimationiteration onwebkitanimationstart onwebkitfullscreenchange
onwebkitfullscreenerror onwebkittransitionend onwheel onzoom
"""
EVENT_HANDLERS = frozenset(_NAMES.split())
"""Of the HTML Living Standard, 8.1.8.2, of SVG, and what browsers have besides.

`tests/browser/test_event_handlers.py` compares them with those of Chromium.
"""
