"""Pictures from text: from YAML to SVG with real words, in every language.

What draws (`html`, `layout` and below) needs the libraries of the extra `downloads`; what is
exported here does not.
"""

from cxguide.illustrations.messages import picture_messages
from cxguide.illustrations.model import Picture
from cxguide.illustrations.reading import read_picture, read_pictures
from cxguide.illustrations.shape import picture_schema
from cxguide.illustrations.styles import picture_styles

__all__ = [
    "Picture",
    "picture_messages",
    "picture_schema",
    "picture_styles",
    "read_picture",
    "read_pictures",
]
