# os.putenv() reaches local time.
import os
import time

for zone in ("UTC0", "XYZ-5:30", "EST5EDT,M3.2.0,M11.1.0"):
    os.putenv("TZ", zone)
    print(time.strftime("%H:%M", time.localtime(1700000000)))
