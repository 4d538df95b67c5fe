from . import leaf
from .. import VALUE
from ..late import NAME


def up():
    return VALUE, NAME
