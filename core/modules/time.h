// SPDX-License-Identifier: MIT
// time.h: dates and seconds since 1970, for modules that have to do with time.
#ifndef CORE_TIME_H
#define CORE_TIME_H

#include <stdint.h>

typedef struct CalendarTime {
    int64_t year;
    int month, day;               // from 1
    int hour, minute, second;
    int weekday;                  // Monday is 0
    int year_day;                 // from 1
    int is_dst;                   // -1: not known
    int32_t offset;               // of local time from UTC in seconds
    char zone[8];
} CalendarTime;

void time_split(int64_t seconds, CalendarTime *t); // as UTC
// Days since 1970 of a date; month and day may be out of range and count on.
int64_t time_days(int64_t year, int64_t month, int64_t day);

#endif
