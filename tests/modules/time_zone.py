# The time zone follows TZ: after time.tzset() as os.environ has it; os.putenv() needs no more.
import os
import time

winter, summer = 1700000000, 1720000000
for zone in ("EST5EDT,M3.2.0,M11.1.0", "UTC0", "XYZ-5:30", "AEST-10AEDT,M10.1.0,M4.1.0/3"):
    os.environ["TZ"] = zone
    time.tzset()
    print(zone, time.timezone, time.altzone, time.daylight, time.tzname)
    for t in winter, summer:
        local = time.localtime(t)
        print(time.strftime("%Y-%m-%d %H:%M", local), time.mktime(local) == t)
del os.environ["TZ"]
time.tzset()
