# SPDX-License-Identifier: MIT
# An incremental solver for one-way constraints with strengths, after "The DeltaBlue Algorithm"
# (Freeman-Benson, Maloney, Borning, 1990). Written afresh from the paper; polymorphic calls,
# small lists, attributes.
import sys

N, EXPECTED = 60, 13494600
# Strengths: a smaller number is stronger.
REQUIRED, PREFERRED, DEFAULT, WEAKEST = 0, 2, 4, 6


class Variable:
    def __init__(self, value):
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0
        self.strength = WEAKEST
        self.stays = True


class Constraint:
    """A relation that may set one of its variables, its output, from the others, its inputs."""

    is_input = False

    def __init__(self, strength):
        self.strength = strength

    def add_to(self, planner):
        self.attach()
        planner.add(self)

    def remove_from(self, planner):
        if self.is_satisfied():
            planner.remove(self)
        else:
            self.detach()

    def satisfy(self, mark, planner):
        """Tries to enforce this; gives a weaker constraint that had to yield, or None."""
        self.choose_output(mark)
        if not self.is_satisfied():
            if self.strength == REQUIRED:
                raise ValueError("a required constraint can't be satisfied")
            return None
        for v in self.inputs():
            v.mark = mark
        output = self.output()
        beaten = output.determined_by
        if beaten is not None:
            beaten.unsatisfy()
        output.determined_by = self
        if not planner.propagate(self, mark):
            raise ValueError("cycle")
        output.mark = mark
        return beaten

    def inputs_known(self, mark):
        for v in self.inputs():
            if not (v.mark == mark or v.stays or v.determined_by is None):
                return False
        return True


class Unary(Constraint):
    def __init__(self, variable, strength):
        super().__init__(strength)
        self.variable = variable
        self.satisfied = False

    def attach(self):
        self.variable.constraints.append(self)
        self.satisfied = False

    def detach(self):
        self.variable.constraints.remove(self)
        self.satisfied = False

    def choose_output(self, mark):
        v = self.variable
        self.satisfied = v.mark != mark and self.strength < v.strength

    def is_satisfied(self):
        return self.satisfied

    def unsatisfy(self):
        self.satisfied = False

    def inputs(self):
        return ()

    def output(self):
        return self.variable

    def recalculate(self):
        self.variable.strength = self.strength
        self.variable.stays = not self.is_input

    def execute(self):
        pass


class Stay(Unary):
    pass


class Edit(Unary):
    is_input = True


class Equal(Constraint):
    """first == second, either way."""

    NONE, FORWARD, BACKWARD = 0, 1, 2

    def __init__(self, first, second, strength):
        super().__init__(strength)
        self.first = first
        self.second = second
        self.direction = self.NONE

    def attach(self):
        for v in self.variables():
            v.constraints.append(self)
        self.direction = self.NONE

    def detach(self):
        for v in self.variables():
            v.constraints.remove(self)
        self.direction = self.NONE

    def variables(self):
        return (self.first, self.second)

    def choose_output(self, mark):
        first, second = self.first, self.second
        self.direction = self.NONE
        if first.mark == mark:
            if second.mark != mark and self.strength < second.strength:
                self.direction = self.FORWARD
        elif second.mark == mark:
            if self.strength < first.strength:
                self.direction = self.BACKWARD
        elif first.strength > second.strength:
            if self.strength < first.strength:
                self.direction = self.BACKWARD
        elif self.strength < second.strength:
            self.direction = self.FORWARD

    def is_satisfied(self):
        return self.direction != self.NONE

    def unsatisfy(self):
        self.direction = self.NONE

    def inputs(self):
        return (self.input(),)

    def input(self):
        return self.first if self.direction == self.FORWARD else self.second

    def output(self):
        return self.second if self.direction == self.FORWARD else self.first

    def recalculate(self):
        source, target = self.input(), self.output()
        target.strength = max(self.strength, source.strength)
        target.stays = source.stays
        if target.stays:
            self.execute()

    def execute(self):
        self.output().value = self.input().value


class Scale(Equal):
    """second == first * factor + offset, either way."""

    def __init__(self, first, factor, offset, second, strength):
        super().__init__(first, second, strength)
        self.factor = factor
        self.offset = offset

    def attach(self):
        super().attach()
        self.factor.constraints.append(self)
        self.offset.constraints.append(self)

    def detach(self):
        super().detach()
        self.factor.constraints.remove(self)
        self.offset.constraints.remove(self)

    def inputs(self):
        return (self.input(), self.factor, self.offset)

    def recalculate(self):
        source, target = self.input(), self.output()
        target.strength = max(self.strength, source.strength)
        target.stays = source.stays and self.factor.stays and self.offset.stays
        if target.stays:
            self.execute()

    def execute(self):
        if self.direction == self.FORWARD:
            self.second.value = self.first.value * self.factor.value + self.offset.value
        else:
            self.first.value = (self.second.value - self.offset.value) // self.factor.value


class Planner:
    def __init__(self):
        self.mark = 0

    def new_mark(self):
        self.mark += 1
        return self.mark

    def add(self, constraint):
        mark = self.new_mark()
        beaten = constraint.satisfy(mark, self)
        while beaten is not None:
            beaten = beaten.satisfy(mark, self)

    def remove(self, constraint):
        output = constraint.output()
        constraint.unsatisfy()
        constraint.detach()
        for weaker in sorted(self.unsatisfied_below(output), key=lambda c: c.strength):
            self.add(weaker)

    def consumers(self, variable):
        """The satisfied constraints that read the variable."""
        source = variable.determined_by
        return [c for c in variable.constraints if c is not source and c.is_satisfied()]

    def unsatisfied_below(self, output):
        """Resets what the output determines; gives the constraints that might now be satisfied."""
        output.determined_by = None
        output.strength = WEAKEST
        output.stays = True
        unsatisfied = []
        todo = [output]
        while todo:
            v = todo.pop()
            unsatisfied += [c for c in v.constraints if not c.is_satisfied()]
            for c in self.consumers(v):
                c.recalculate()
                todo.append(c.output())
        return unsatisfied

    def propagate(self, constraint, mark):
        """Recalculates downstream. False if that comes back to a marked variable: a cycle."""
        todo = [constraint]
        while todo:
            c = todo.pop()
            if c.output().mark == mark:
                return False
            c.recalculate()
            todo += self.consumers(c.output())
        return True

    def plan(self, sources):
        """The constraints to execute, in order, when the values of these sources change."""
        mark = self.new_mark()
        plan = []
        todo = [c for c in sources if c.is_input and c.is_satisfied()]
        while todo:
            c = todo.pop()
            if c.output().mark != mark and c.inputs_known(mark):
                plan.append(c)
                c.output().mark = mark
                todo += self.consumers(c.output())
        return plan


def change(planner, variable, values):
    """Edits the variable: one plan, executed for each value."""
    edit = Edit(variable, PREFERRED)
    edit.add_to(planner)
    plan = planner.plan([edit])
    for value in values:
        variable.value = value
        for c in plan:
            c.execute()
    edit.remove_from(planner)


def chain(n):
    """A line of equalities: what is put in at one end comes out at the other."""
    planner = Planner()
    variables = [Variable(0) for _ in range(n + 1)]
    for a, b in zip(variables, variables[1:]):
        Equal(a, b, REQUIRED).add_to(planner)
    Stay(variables[-1], DEFAULT).add_to(planner)
    total = 0
    for value in range(10):
        change(planner, variables[0], [value, value * 3])
        assert variables[-1].value == value * 3
        total += variables[n // 2].value
    return total


def projection(n):
    """Pairs of variables related by a common factor and offset, edited on every side."""
    planner = Planner()
    factor, offset = Variable(10), Variable(1000)
    sources, targets = [], []
    for i in range(n):
        source, target = Variable(i), Variable(i)
        Stay(source, DEFAULT).add_to(planner)
        Scale(source, factor, offset, target, REQUIRED).add_to(planner)
        sources.append(source)
        targets.append(target)
    change(planner, sources[0], [17])
    assert targets[0].value == 1170
    change(planner, targets[0], [1050])
    assert sources[0].value == 5
    change(planner, factor, [5])
    assert all(t.value == s.value * 5 + 1000 for s, t in zip(sources[:-1], targets))
    change(planner, offset, [2000])
    return sum(t.value for t in targets)


def main(n):
    return sum([chain(100 + i % 3) + projection(100) for i in range(n)])


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
assert n != N or result == EXPECTED, result
print(result)
