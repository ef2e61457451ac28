"""Ask Typst whether the packaged fonts can draw a character."""

from functools import lru_cache

import typst

_PAGE = (
    b'#set document(title: "s")\n#set text(font: ("Libertinus Serif", "DejaVu Sans Mono"))\n#sys.inputs.signe'
)


@lru_cache(maxsize=4096)
def peut_composer(signe: str) -> bool:
    """Tell whether an accessible PDF may hold this character."""
    try:
        typst.compile(_PAGE, sys_inputs={"signe": signe}, ignore_system_fonts=True, pdf_standards="ua-1")
    except typst.TypstError:
        return False
    return True
