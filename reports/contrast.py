"""Colour arithmetic: WCAG contrast, CIE L*a*b* and its differences."""

from __future__ import annotations

from reports.style import Colour

_WHITE_POINT = (0.95047, 1.0, 1.08883)
_TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_FROM_XYZ = (
    (3.2404542, -1.5371385, -0.4985314),
    (-0.9692660, 1.8760108, 0.0415560),
    (0.0556434, -0.2040259, 1.0572252),
)

Lab = tuple[float, float, float]


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _encoded(channel: float) -> float:
    value = 12.92 * channel if channel <= 0.0031308 else 1.055 * float(channel ** (1 / 2.4)) - 0.055
    return min(max(value, 0), 1)


def luminance(colour: Colour) -> float:
    """WCAG relative luminance, 0 to 1."""
    red, green, blue = (_linear(channel) for channel in colour.rgb())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_on_white(colour: Colour) -> float:
    """WCAG contrast ratio against white, 1 to 21."""
    return 1.05 / (luminance(colour) + 0.05)


def lab(colour: Colour) -> Lab:
    """CIE L*a*b* under D65."""
    channels = [_linear(channel) for channel in colour.rgb()]
    xyz = [sum(weight * c for weight, c in zip(row, channels, strict=True)) for row in _TO_XYZ]
    x, y, z = (_compressed(value / white) for value, white in zip(xyz, _WHITE_POINT, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _compressed(value: float) -> float:
    return float(value ** (1 / 3)) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116


def _expanded(value: float) -> float:
    return value**3 if value**3 > 216 / 24389 else (116 * value - 16) * 27 / 24389


def from_lab(value: Lab) -> Colour:
    """The sRGB colour; channels outside the gamut are cut."""
    from reportlab.lib.colors import Color

    y = (value[0] + 16) / 116
    xyz = [
        _expanded(c) * white for c, white in zip((y + value[1] / 500, y, y - value[2] / 200), _WHITE_POINT, strict=True)
    ]
    return Color(*(_encoded(max(sum(w * c for w, c in zip(row, xyz, strict=True)), 0)) for row in _FROM_XYZ))


def difference(first: Colour, second: Colour) -> float:
    """ΔE*ab (CIE 1976)."""
    squares = ((a - b) ** 2 for a, b in zip(lab(first), lab(second), strict=True))
    return float(sum(squares) ** 0.5)
