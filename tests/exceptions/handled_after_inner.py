# What is handled stays so when an exception that left an inner handler is caught.
import sys


class Manager:
    def __init__(self, exit):
        self.exit = exit

    def __enter__(self):
        return self

    def __exit__(self, *a):
        return self.exit()


def boom():
    raise ValueError("boom")


def in_except():
    try:
        raise KeyError
    except KeyError:
        boom()


def in_named_except():
    try:
        raise KeyError
    except LookupError as e:
        boom()


def in_classes():
    try:
        raise KeyError
    except boom():
        pass


def in_finally():
    try:
        raise KeyError
    finally:
        boom()


def in_finally_of_except():
    try:
        try:
            raise KeyError
        except KeyError:
            boom()
    finally:
        int("x")


def in_star():
    try:
        raise KeyError
    except* KeyError:
        boom()


def in_star_classes():
    try:
        raise KeyError
    except* boom():
        pass


def in_exit():
    with Manager(boom):
        raise KeyError


def in_body_of_with():
    try:
        raise KeyError
    except KeyError:
        with Manager(int):
            boom()


def in_else():
    try:
        pass
    except KeyError:
        pass
    else:
        boom()


def in_generator():
    def g():
        try:
            yield 1
        except KeyError:
            boom()
    it = g()
    next(it)
    it.throw(KeyError)


def reraised():
    try:
        raise KeyError
    except KeyError:
        raise


def twice():
    try:
        in_except()
    except ValueError:
        in_exit()


WAYS = (in_except, in_named_except, in_classes, in_finally, in_finally_of_except, in_star, in_star_classes, in_exit,
        in_body_of_with, in_else, in_generator, reraised, twice)


def chain(e):
    names = []
    while e:
        names.append(type(e).__name__)
        e = e.__context__
    return " < ".join(names)


def show(way):
    print(way.__name__, sys.exc_info()[0], end=" ")
    try:
        unknown
    except NameError as e:
        print(chain(e))


def by_except(way):
    try:
        raise OSError
    except OSError:
        try:
            way()
        except Exception as e:
            pass
        show(way)


def by_same_frame():
    try:
        raise OSError
    except OSError as first:
        try:
            try:
                1 / 0
            except ZeroDivisionError:
                int("x")
        except ValueError:
            pass
        show(by_same_frame)
        try:
            try:
                1 / 0
            finally:
                int("x")
        except ValueError:
            pass
        show(by_same_frame)
        for i in range(3):
            try:
                with Manager(boom):
                    if i == 1:
                        continue
                    if i == 2:
                        raise KeyError
            except ValueError:
                continue
        show(by_same_frame)


def by_finally(way):
    try:
        raise OSError
    finally:
        try:
            way()
        except Exception:
            pass
        show(way)
        return


def by_star(way):
    try:
        raise OSError
    except* OSError:
        try:
            way()
        except Exception:
            pass
        print(way.__name__, repr(sys.exc_info()[1]))


def by_exit(way):
    def exit():
        try:
            way()
        except Exception:
            pass
        show(way)
        return True
    with Manager(exit):
        raise OSError


def by_generator(way):
    def g():
        try:
            yield
        except OSError:
            try:
                way()
            except Exception:
                pass
            yield
            show(way)
    it = g()
    next(it)
    it.throw(OSError)
    try:
        raise IndexError
    except IndexError:
        for x in it:
            pass
        show(way)
    show(way)


for by in by_except, by_finally, by_star, by_exit, by_generator:
    print("--", by.__name__)
    for way in WAYS:
        by(way)
print("-- same frame")
by_same_frame()
print(sys.exc_info()[1])
