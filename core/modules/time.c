// SPDX-License-Identifier: MIT
// time.c: module time: clocks, sleeping, and the calendar.
//
// Dates are computed from days since 1970 with the Gregorian calendar extended both ways (algorithm:
// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"). The port knows clocks and the
// distance of local time from UTC.
#include "error.h"
#include "modules/time.h"
#include "objects/attr_tuple.h"
#include "objects/containers.h"
#include "objects/number.h"
#include "objects/protocol.h"
#include "port.h"
#include "state.h"
#include "text/str.h"
#include <assert.h>

#define DAY 86400
#define YEARS_MOST 200000000 // beyond that dates are an error

static const Str *const fields[] = {
    N_tm_year, N_tm_mon, N_tm_mday, N_tm_hour, N_tm_min, N_tm_sec, N_tm_wday, N_tm_yday, N_tm_isdst,
    N_tm_zone, N_tm_gmtoff, NULL,
};
static const AttrTupleType time_type = ATTR_TUPLE_TYPE(N_struct_time, "time.struct_time", fields, 9, false);

// ---- calendar -------------------------------------------------------------------------------------

static int64_t floor_div(int64_t a, int64_t b) {
    return a / b - (a % b < 0);
}

int64_t time_days(int64_t year, int64_t month, int64_t day) {
    int64_t m = floor_div(month - 1, 12);
    year += m;
    month -= 12 * m;
    int64_t y = year - (month <= 2), era = floor_div(y, 400), in_era = y - era * 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + in_era * 365 + in_era / 4 - in_era / 100 + day_of_year - 719468;
}

static void date_from_days(int64_t days, CalendarTime *t) {
    int64_t z = days + 719468, era = floor_div(z, 146097), of_era = z - era * 146097;
    int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t mp = (5 * of_year + 2) / 153;
    t->day = (int)(of_year - (153 * mp + 2) / 5 + 1);
    t->month = (int)(mp < 10 ? mp + 3 : mp - 9);
    t->year = year_of_era + era * 400 + (t->month <= 2);
    t->weekday = (int)(days + 3 - floor_div(days + 3, 7) * 7);
    t->year_day = (int)(days - time_days(t->year, 1, 1)) + 1;
}

void time_split(int64_t seconds, CalendarTime *t) {
    int64_t days = floor_div(seconds, DAY);
    int rest = (int)(seconds - days * DAY);
    assert(rest >= 0 && rest < DAY);
    date_from_days(days, t);
    t->hour = rest / 3600;
    t->minute = rest / 60 % 60;
    t->second = rest % 60;
    t->is_dst = 0;
    t->offset = 0;
    memcpy(t->zone, "UTC", 4);
}

static void split_local(int64_t seconds, CalendarTime *t) {
    bool daylight = false;
    char zone[8] = "UTC";
    int32_t offset = port_utc_offset(seconds, &daylight, zone);
    time_split(seconds + offset, t);
    t->is_dst = daylight;
    t->offset = offset;
    memcpy(t->zone, zone, sizeof zone);
}

static Value time_tuple(const CalendarTime *t) {
    Value v[] = {int_from_i64(t->year),  int_value(t->month),    int_value(t->day),
                 int_value(t->hour),     int_value(t->minute),   int_value(t->second),
                 int_value(t->weekday),  int_value(t->year_day), int_value(t->is_dst)};
    Value extra = tuple_pair(str_from_c(t->zone), int_value(t->offset));
    return attr_tuple_new(&time_type, v, COUNT_OF(v), extra);
}

static int64_t seconds_arg(Value v) {
    int64_t n;
    if (is_float(unbox(v))) {
        Float x = float_of(unbox(v)), limit = (Float)YEARS_MOST * (Float)31556952;
        if (!(x > -limit && x < limit)) {
            raise_overflow("timestamp out of range for platform time_t");
        }
        n = (int64_t)x;
        return n - (x < (Float)n);
    }
    if (!int_to_i64(to_index(v), &n) || n > (int64_t)YEARS_MOST * 31556952 || n < -(int64_t)YEARS_MOST * 31556952) {
        raise_overflow("timestamp out of range for platform time_t");
    }
    return n;
}

static int64_t now_seconds(void) {
    return floor_div(port_time_ns(), 1000000000);
}

static int64_t optional_seconds(size_t n, const Value *args) {
    return n && !is_none(args[0]) ? seconds_arg(args[0]) : now_seconds();
}

static Value time_gmtime(size_t n, const Value *args) {
    CalendarTime t;
    time_split(optional_seconds(n, args), &t);
    return time_tuple(&t);
}

static Value time_localtime(size_t n, const Value *args) {
    CalendarTime t;
    split_local(optional_seconds(n, args), &t);
    return time_tuple(&t);
}

// A tuple of 8 or 9 ints; what is out of range counts on for mktime.
static void tuple_arg(Value v, CalendarTime *t) {
    Value tuple = unbox(v);
    if (!is_tuple(tuple) || tuple_of(tuple)->len < 8) {
        raise_type_error("Tuple or struct_time argument required");
    }
    int64_t f[9] = {0, 0, 0, 0, 0, 0, 0, 0, -1};
    for (size_t i = 0; i < tuple_of(tuple)->len && i < 9; i++) {
        if (!int_to_i64(to_index(tuple_of(tuple)->items[i]), &f[i]) || f[i] > INT32_MAX || f[i] < INT32_MIN) {
            raise_overflow("time tuple item out of range");
        }
    }
    *t = (CalendarTime){.year = f[0], .month = (int)f[1], .day = (int)f[2], .hour = (int)f[3],
                        .minute = (int)f[4], .second = (int)f[5], .weekday = (int)f[6],
                        .year_day = (int)f[7], .is_dst = (int)f[8], .zone = "UTC"};
}

// The offset is that of the result, found in two steps.
static Value time_mktime(Value v) {
    CalendarTime t;
    tuple_arg(v, &t);
    int64_t local = time_days(t.year, t.month, t.day) * DAY + (int64_t)t.hour * 3600 +
                    (int64_t)t.minute * 60 + t.second;
    bool daylight;
    char zone[8];
    int64_t seconds = local - port_utc_offset(local, &daylight, zone);
    seconds = local - port_utc_offset(seconds, &daylight, zone);
    return CONFIG_FLOAT_BITS == 64 ? float_value((Float)seconds) : int_from_i64(seconds);
}

// ---- text --------------------------------------------------------------------------------------------

static const char *const weekdays[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
                                       "Sunday"};
static const char *const months[] = {"January", "February", "March", "April", "May", "June", "July", "August",
                                     "September", "October", "November", "December"};

static void add_padded(StrBuilder *b, int64_t n, size_t width, char fill) {
    assert(width < 24);
    char text[24];
    size_t i = sizeof text;
    uint64_t rest = (uint64_t)(n < 0 ? -n : n);
    do {
        text[--i] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (n < 0) {
        builder_add_c(b, "-");
    }
    for (size_t k = sizeof text - i; k < width; k++) {
        builder_add_byte(b, (uint8_t)fill);
    }
    builder_add(b, text + i, sizeof text - i);
}

// ISO 8601 week number and its year.
static int iso_week(const CalendarTime *t, int64_t *year) {
    int64_t day = time_days(t->year, t->month, t->day);
    int64_t thursday = day - t->weekday + 3;
    CalendarTime in;
    date_from_days(thursday, &in);
    *year = in.year;
    return (in.year_day - 1) / 7 + 1;
}

static void add_directive(StrBuilder *b, char c, const CalendarTime *t);

static void add_text(StrBuilder *b, const char *format, size_t size, const CalendarTime *t) {
    for (const char *end = format + size; format < end; format++) {
        if (*format == '%' && end - format > 1) {
            add_directive(b, *++format, t);
        } else {
            builder_add_byte(b, (uint8_t)*format);
        }
    }
}

static void add_all(StrBuilder *b, const char *format, const CalendarTime *t) {
    add_text(b, format, strlen(format), t);
}

static void add_name(StrBuilder *b, const char *const *names, int i, int count, size_t size) {
    const char *name = i >= 0 && i < count ? names[i] : "?";
    builder_add(b, name, size && strlen(name) > size ? size : strlen(name));
}

static void add_offset(StrBuilder *b, const CalendarTime *t) {
    int minutes = t->offset / 60;
    builder_add_c(b, minutes < 0 ? "-" : "+");
    minutes = minutes < 0 ? -minutes : minutes;
    add_padded(b, minutes / 60 * 100 + minutes % 60, 4, '0');
}

static void add_week(StrBuilder *b, char c, const CalendarTime *t) {
    int64_t year;
    int week = iso_week(t, &year);
    int sunday = (t->weekday + 1) % 7;
    switch (c) {
    case 'G': add_padded(b, year, 4, '0'); break;
    case 'V': add_padded(b, week, 2, '0'); break;
    case 'U': add_padded(b, (t->year_day + 6 - sunday) / 7, 2, '0'); break;
    default: add_padded(b, (t->year_day + 6 - t->weekday) / 7, 2, '0'); break;
    }
}

static void add_directive(StrBuilder *b, char c, const CalendarTime *t) {
    int hour12 = t->hour % 12 ? t->hour % 12 : 12;
    switch (c) {
    case 'a': add_name(b, weekdays, t->weekday, 7, 3); break;
    case 'A': add_name(b, weekdays, t->weekday, 7, 0); break;
    case 'b': case 'h': add_name(b, months, t->month - 1, 12, 3); break;
    case 'B': add_name(b, months, t->month - 1, 12, 0); break;
    case 'c': add_all(b, "%a %b %e %H:%M:%S %Y", t); break;
    case 'C': add_padded(b, t->year / 100, 2, '0'); break;
    case 'd': add_padded(b, t->day, 2, '0'); break;
    case 'D': case 'x': add_all(b, "%m/%d/%y", t); break;
    case 'e': add_padded(b, t->day, 2, ' '); break;
    case 'F': add_all(b, "%Y-%m-%d", t); break;
    case 'H': add_padded(b, t->hour, 2, '0'); break;
    case 'I': add_padded(b, hour12, 2, '0'); break;
    case 'j': add_padded(b, t->year_day, 3, '0'); break;
    case 'm': add_padded(b, t->month, 2, '0'); break;
    case 'M': add_padded(b, t->minute, 2, '0'); break;
    case 'n': builder_add_c(b, "\n"); break;
    case 'p': builder_add_c(b, t->hour < 12 ? "AM" : "PM"); break;
    case 'r': add_all(b, "%I:%M:%S %p", t); break;
    case 'R': add_all(b, "%H:%M", t); break;
    case 'S': add_padded(b, t->second, 2, '0'); break;
    case 't': builder_add_c(b, "\t"); break;
    case 'T': case 'X': add_all(b, "%H:%M:%S", t); break;
    case 'u': add_padded(b, t->weekday + 1, 1, '0'); break;
    case 'w': add_padded(b, (t->weekday + 1) % 7, 1, '0'); break;
    case 'G': case 'V': case 'U': case 'W': add_week(b, c, t); break;
    case 'y': add_padded(b, t->year % 100, 2, '0'); break;
    case 'Y': add_padded(b, t->year, 1, '0'); break;
    case 'z': add_offset(b, t); break;
    case 'Z': builder_add_c(b, t->zone); break;
    case '%': builder_add_c(b, "%"); break;
    default: builder_add_c(b, "%"); builder_add_byte(b, (uint8_t)c); break;
    }
}

static void check_range(const CalendarTime *t) {
    const char *bad = t->month < 0 || t->month > 12   ? "month"
                      : t->day < 0 || t->day > 31      ? "day of month"
                      : t->hour < 0 || t->hour > 23    ? "hour"
                      : t->minute < 0 || t->minute > 59 ? "minute"
                      : t->second < 0 || t->second > 61 ? "seconds"
                      : t->weekday < -1                ? "day of week"
                      : t->year_day < 0 || t->year_day > 366 ? "day of year"
                                                             : NULL;
    if (bad) {
        raise_value_error("%s out of range", bad);
    }
}

static void given_or_now(size_t n, const Value *args, size_t i, CalendarTime *t) {
    if (n > i && !is_none(args[i])) {
        tuple_arg(args[i], t);
        check_range(t);
        t->month += t->month == 0; // 0 stands for the first
        t->day += t->day == 0;
        t->year_day += t->year_day == 0;
        t->weekday = (t->weekday + 7) % 7;
    } else {
        split_local(now_seconds(), t);
    }
}

static Value time_strftime(size_t n, const Value *args) {
    const Str *format = str_arg(args[0], "strftime() argument 1");
    CalendarTime t;
    given_or_now(n, args, 1, &t);
    StrBuilder b;
    builder_init(&b, 40);
    add_text(&b, format->text, format->size, &t);
    return builder_finish(&b);
}

static Value as_text(const CalendarTime *t) {
    StrBuilder b;
    builder_init(&b, 26);
    add_all(&b, "%a %b %e %H:%M:%S %Y", t);
    return builder_finish(&b);
}

static Value time_asctime(size_t n, const Value *args) {
    CalendarTime t;
    given_or_now(n, args, 0, &t);
    return as_text(&t);
}

static Value time_ctime(size_t n, const Value *args) {
    CalendarTime t;
    split_local(optional_seconds(n, args), &t);
    return as_text(&t);
}

// ---- clocks --------------------------------------------------------------------------------------------

static Value seconds_of(uint64_t ns) {
    return float_value((Float)ns / (Float)1e9);
}

static Value time_time(void) {
    return float_value((Float)port_time_ns() / (Float)1e9);
}

static Value time_time_ns(void) {
    return int_from_i64(port_time_ns());
}

static Value time_monotonic(void) {
    return seconds_of(port_ticks_ns());
}

static Value time_monotonic_ns(void) {
    return int_from_u64(port_ticks_ns());
}

static Value time_process_time(void) {
    return seconds_of(port_cpu_ns());
}

static Value time_process_time_ns(void) {
    return int_from_u64(port_cpu_ns());
}

// ---- ticks: small ints that wrap around --------------------------------------------------------------

#define TICKS_PERIOD ((uint64_t)SMALL_INT_MAX + 1)

static Value ticks(uint64_t n) {
    return int_value((intptr_t)(n & (TICKS_PERIOD - 1)));
}

static Value time_ticks_ms(void) {
    return ticks(port_ticks_us() / 1000);
}

static Value time_ticks_us(void) {
    return ticks(port_ticks_us());
}

static Value time_ticks_cpu(void) {
    return ticks(port_ticks_ns());
}

static Value time_ticks_add(Value a, Value b) {
    int64_t delta = to_intptr(b), most = (int64_t)(TICKS_PERIOD / 2);
    if (delta >= most || delta <= -most) {
        raise_overflow("ticks interval overflow");
    }
    return ticks((uint64_t)to_intptr(a) + (uint64_t)delta);
}

static Value time_ticks_diff(Value a, Value b) {
    uint64_t half = TICKS_PERIOD / 2;
    uint64_t d = ((uint64_t)to_intptr(a) - (uint64_t)to_intptr(b) + half) & (TICKS_PERIOD - 1);
    return int_value((intptr_t)((int64_t)d - (int64_t)half));
}

// ---- sleeping --------------------------------------------------------------------------------------------

// Signals and other events end a sleep of the port: their callbacks run and it goes on.
static void sleep_us(uint64_t us) {
    uint64_t start = port_ticks_us(), passed;
    poll_pending();
    while ((passed = port_ticks_us() - start) < us) {
        port_sleep_us(us - passed);
        poll_pending();
    }
}

static Value time_sleep(Value v) {
    Float seconds = to_float(v);
    if (!(seconds >= 0)) {
        raise_value_error(seconds < 0 ? "sleep length must be non-negative"
                                      : "Invalid value NaN (not a number)");
    }
    if (seconds > (Float)9e9) {
        raise_overflow("timestamp too large to convert to C PyTime_t");
    }
    sleep_us((uint64_t)(seconds * (Float)1e6));
    return NONE;
}

static uint64_t positive(Value v) {
    intptr_t n = to_intptr(v);
    return n < 0 ? 0 : (uint64_t)n;
}

static Value time_sleep_ms(Value v) {
    uint64_t ms = positive(v);
    sleep_us(ms > UINT64_MAX / 1000 ? UINT64_MAX : ms * 1000);
    return NONE;
}

static Value time_sleep_us(Value v) {
    sleep_us(positive(v));
    return NONE;
}

// ---- the module ------------------------------------------------------------------------------------------

typedef struct Zone {
    int32_t offset;
    char name[8];
} Zone;

static Zone zone_at(int64_t seconds) {
    Zone z = {.name = "UTC"};
    bool daylight;
    z.offset = port_utc_offset(seconds, &daylight, z.name);
    return z;
}

// The year's two zones are seen in winter and summer, of which one may be the other.
static Value time_getattr(const Str *name) {
    enum { YEAR = (365 * 24 + 6) * 3600 };
    if (name != N_timezone && name != N_tzname && name != N_altzone && name != N_daylight) {
        return ABSENT;
    }
    int64_t start = now_seconds() / YEAR * YEAR;
    Zone standard = zone_at(start), summer = zone_at(start + YEAR / 2);
    if (summer.offset < standard.offset) { // south of the equator
        Zone swap = standard;
        standard = summer;
        summer = swap;
    }
    return name == N_tzname     ? tuple_pair(str_from_c(standard.name), str_from_c(summer.name))
           : name == N_daylight ? int_value(standard.offset != summer.offset)
                                : int_value(-(name == N_altzone ? summer : standard).offset);
}

static Value time_tzset(void) {
    port_time_zone();
    return NONE;
}

static const Native functions[] = {
    FUNCTION_0(N_time, time_time),
    FUNCTION_0(N_time_ns, time_time_ns),
    FUNCTION_0(N_monotonic, time_monotonic),
    FUNCTION_0(N_monotonic_ns, time_monotonic_ns),
    FUNCTION_0(N_perf_counter, time_monotonic),
    FUNCTION_0(N_perf_counter_ns, time_monotonic_ns),
    FUNCTION_0(N_process_time, time_process_time),
    FUNCTION_0(N_process_time_ns, time_process_time_ns),
    FUNCTION_0(N_clock, time_process_time),
    FUNCTION_0(N_ticks_ms, time_ticks_ms),
    FUNCTION_0(N_ticks_us, time_ticks_us),
    FUNCTION_0(N_ticks_cpu, time_ticks_cpu),
    FUNCTION_2(N_ticks_add, time_ticks_add),
    FUNCTION_2(N_ticks_diff, time_ticks_diff),
    FUNCTION_1(N_sleep, time_sleep),
    FUNCTION_1(N_sleep_ms, time_sleep_ms),
    FUNCTION_1(N_sleep_us, time_sleep_us),
    FUNCTION_VAR(N_gmtime, time_gmtime, 0, 1),
    FUNCTION_VAR(N_localtime, time_localtime, 0, 1),
    FUNCTION_1(N_mktime, time_mktime),
    FUNCTION_VAR(N_strftime, time_strftime, 1, 2),
    FUNCTION_VAR(N_asctime, time_asctime, 0, 1),
    FUNCTION_VAR(N_ctime, time_ctime, 0, 1),
    FUNCTION_0(N_tzset, time_tzset),
    NATIVE_END,
};

static const ModuleConst constants[] = {
    {N_struct_time, CONST_VALUE(&time_type)},
    {NULL, {0}},
};
static const Str *const names[] = {N_timezone, N_tzname, N_altzone, N_daylight, NULL};

const ModuleDef time_module = {
    .name = N_time, .functions = functions, .constants = constants, .getattr = time_getattr,
    .names = names, .extensible = true,
};
