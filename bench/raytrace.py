# SPDX-License-Identifier: MIT
# A ray tracer: spheres over a chequered floor, one lamp with shadows, mirrors. Small float objects,
# operator methods, polymorphic calls.
# small: 50
import math
import sys

N, EXPECTED = 200, 0.36292385986837505
DEPTH = 3
FAR = 1000000.0


class Vector:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def normalized(self):
        return self * (1.0 / math.sqrt(self.dot(self)))

    def mirrored(self, normal):
        return self - normal * (2.0 * self.dot(normal))


class Sphere:
    def __init__(self, centre, radius, brightness, shine):
        self.centre = centre
        self.radius = radius
        self.brightness = brightness
        self.shine = shine

    def distance(self, origin, direction):
        to_centre = self.centre - origin
        along = to_centre.dot(direction)
        root = self.radius * self.radius - to_centre.dot(to_centre) + along * along
        if root < 0.0:
            return FAR
        near = along - math.sqrt(root)
        return near if near > 0.001 else FAR

    def normal(self, point):
        return (point - self.centre).normalized()

    def brightness_at(self, point):
        return self.brightness


class Floor:
    shine = 0.1
    up = Vector(0.0, 1.0, 0.0)

    def distance(self, origin, direction):
        if direction.y > -0.01:
            return FAR
        return -origin.y / direction.y

    def normal(self, point):
        return self.up

    def brightness_at(self, point):
        return 0.9 if (int(point.x + 100.5) + int(point.z + 100.5)) & 1 else 0.2


class Scene:
    def __init__(self, things, lamp):
        self.things = things
        self.lamp = lamp

    def nearest(self, origin, direction):
        best, distance = None, FAR
        for thing in self.things:
            d = thing.distance(origin, direction)
            if d < distance:
                best, distance = thing, d
        return best, distance

    def trace(self, origin, direction, depth):
        thing, distance = self.nearest(origin, direction)
        if thing is None:
            return 0.3 + 0.2 * direction.y
        point = origin + direction * distance
        normal = thing.normal(point)
        light = 0.1
        to_lamp = (self.lamp - point).normalized()
        facing = to_lamp.dot(normal)
        if facing > 0.0 and self.nearest(point + normal * 0.01, to_lamp)[0] is None:
            light += 0.9 * facing
        result = light * thing.brightness_at(point)
        if depth > 1:
            bounced = direction.mirrored(normal)
            result += thing.shine * self.trace(point + normal * 0.01, bounced, depth - 1)
        return result


def main(n):
    things = [Sphere(Vector(x - 2.0, 0.7, 1.5 * (x % 2) + 5.0), 0.7, 0.4 + 0.1 * x, 0.3)
              for x in (0.0, 1.0, 2.0, 3.0, 4.0)]
    scene = Scene([Floor()] + things, Vector(4.0, 8.0, -3.0))
    eye = Vector(0.0, 1.5, -2.0)
    total = 0.0
    for row in range(n):
        for column in range(n):
            direction = Vector(2.0 * column / n - 1.0, 0.6 - 1.2 * row / n, 1.5)
            total += scene.trace(eye, direction.normalized(), DEPTH)
    return total / (n * n)


n = int(sys.argv[1]) if len(sys.argv) > 1 else N
result = main(n)
tolerance = 1e-9 if float("1e300") < float("inf") else 1e-3
assert n != N or abs(result - EXPECTED) < tolerance, result
print("%.2f" % result)
