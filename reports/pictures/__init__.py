"""Charts as pictures of their own, for slides and letters: the same blocks that paper prints, as SVG or PNG."""

from __future__ import annotations

from reports.pictures.catalogue import PICTURES, Picture, available, record
from reports.pictures.writing import WRITERS, write_all_pictures, write_picture

__all__ = ["PICTURES", "WRITERS", "Picture", "available", "record", "write_all_pictures", "write_picture"]
