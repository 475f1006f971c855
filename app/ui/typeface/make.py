"""
Makes the two font files beside this one, and prints the rules of typeface.css that lay another face out like ours.

Needs fontTools and brotli (Debian: `apt-get install fonttools python3-brotli fonts-liberation fonts-roboto-unhinted`)
and the packages of `npm ci`. Run it from the project's folder: `python3 app/ui/typeface/make.py`.
"""

import json
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).parent
PACKAGES = HERE.parents[2] / "node_modules"
LETTERS = PACKAGES / "@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2"
DEJAVU = PACKAGES / "dejavu-fonts-ttf/ttf"
NOTO = PACKAGES / "@fontsource/noto-sans/files"
DEBIAN = Path("/usr/share/fonts/truetype")

# Latin letters of Western Europe, digits, and the punctuation of books.
RANGES = [(0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022)]
SINGLE = [
    0x131, 0x152, 0x153, 0x160, 0x161, 0x178, 0x17D, 0x17E, 0x2C6, 0x2DC,
    0x2026, 0x202F, 0x2030, 0x2039, 0x203A, 0x20AC, 0x2122, 0x2212, 0xFFFD,
]  # fmt: skip
# What the letters' face does not have, and the arrows, so that all four are of one hand.
SYMBOLS = "←↑→↓≠≤≥∞Σ■▲▶▼◀▸▾◆◇●○◌◐✓✕⚠⚑✉✎❙➜➤┆╌┤"
NOT_NAMED_SO = ["Arial Regular", "Liberation Sans Regular", "DejaVu Sans Regular"]
# No page uses a lighter or a heavier letter than these.
WEIGHTS = (400, 700)


def write(font: TTFont, characters: list[int], features: list[str], name: str) -> None:
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font.flavor = "woff2"
    # The same input makes the same file, to the byte.
    font.recalcTimestamp = False
    font.save(HERE / name)
    print(f"/* {name}: {(HERE / name).stat().st_size} bytes, {len(font.getBestCmap())} characters */")


def letters_at(weight: int) -> TTFont:
    return instancer.instantiateVariableFont(TTFont(LETTERS), {"wght": weight})


def sample() -> str:
    """Indonesian as the product writes it: letters in the order of how often they come."""
    texts: list[str] = []

    def collect(value: object) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                texts.append(inner) if key == "id" and isinstance(inner, str) else collect(inner)
        elif isinstance(value, list):
            for inner in value:
                collect(inner)

    collect(json.loads((HERE.parents[2] / "seeds/instruments/spbe-2020.json").read_text("utf-8")))
    return " ".join(texts)


def width(font: TTFont, text: str) -> float:
    names, widths = font.getBestCmap(), font["hmtx"]
    return sum(widths[names[ord(c)]][0] for c in text if ord(c) in names) / font["head"].unitsPerEm


def rule(other: str, weights: str, locals_: list[str], file: Path, ours: TTFont, text: str) -> str:
    font = TTFont(file)
    known = "".join(c for c in text if ord(c) in font.getBestCmap())
    scale = width(ours, known) / width(font, known)
    head, em = ours["hhea"], ours["head"].unitsPerEm
    sources = ", ".join(f"local('{name}')" for name in locals_)
    return (
        f"@font-face {{\n  font-family: '{other}';\n  font-weight: {weights};\n  src: {sources};\n"
        f"  size-adjust: {scale:.1%};\n  ascent-override: {head.ascent / em / scale:.1%};\n"
        f"  descent-override: {-head.descent / em / scale:.1%};\n  line-gap-override: 0%;\n}}"
    )


characters = [code for first, last in RANGES for code in range(first, last + 1)] + SINGLE
letters = instancer.instantiateVariableFont(TTFont(LETTERS), {"wght": WEIGHTS})
write(letters, characters, ["kern", "tnum", "ccmp", "locl", "mark", "mkmk"], "plus-jakarta-sans.woff2")
write(TTFont(DEJAVU / "DejaVuSans.ttf"), [ord(c) for c in SYMBOLS], [], "symbols.woff2")

text = sample()
regular, bold = letters_at(400), letters_at(650)
for family, files in [
    (
        ["Arial", "Liberation Sans", "Arimo"],
        [DEBIAN / "liberation/LiberationSans-Regular.ttf", DEBIAN / "liberation/LiberationSans-Bold.ttf"],
    ),
    (
        ["Roboto"],
        [
            DEBIAN / "roboto/unhinted/RobotoTTF/Roboto-Regular.ttf",
            DEBIAN / "roboto/unhinted/RobotoTTF/Roboto-Bold.ttf",
        ],
    ),
    (
        ["Noto Sans"],
        [NOTO / "noto-sans-latin-400-normal.woff2", NOTO / "noto-sans-latin-700-normal.woff2"],
    ),
    (["DejaVu Sans"], [DEJAVU / "DejaVuSans.ttf", DEJAVU / "DejaVuSans-Bold.ttf"]),
]:
    name = f"{family[0].removesuffix(' Sans')} as Jakarta"
    # By full names; whether a regular face says that it is one differs from edition to edition.
    plain = [full for one in family for full in (one, f"{one} Regular") if full not in NOT_NAMED_SO]
    print(rule(name, "400 599", plain, files[0], regular, text))
    print(rule(name, "600 700", [f"{one} Bold" for one in family], files[1], bold, text))
