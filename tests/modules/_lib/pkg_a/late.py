from . import VALUE, log
log.append("late")
NAME = "late module"


def parent_value():
    return VALUE
