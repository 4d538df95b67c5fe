// SPDX-License-Identifier: MIT
// random.c: the module random.
//
// Generator: xoshiro256** by Blackman and Vigna ("Scrambled linear pseudorandom number generators",
// 2018), its state filled by splitmix64 (Steele, Lea, Flood, 2014). All zero: not yet seeded.
#include "error.h"
#include "objects/containers.h"
#include "objects/float_math.h"
#include "objects/int_view.h"
#include "objects/protocol.h"
#include "port.h"
#include "state.h"
#include "text/buffer.h"
#include "text/str.h"
#include <assert.h>

// ---- generator ----------------------------------------------------------------------------------------

static uint64_t rotate_left(uint64_t x, unsigned by) {
    assert(by > 0 && by < 64);
    return x << by | x >> (64 - by);
}

static void seed_with(uint64_t seed) {
    for (size_t i = 0; i < COUNT_OF(rt.random_words); i++) {
        seed += 0x9e3779b97f4a7c15u;
        uint64_t z = seed;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
        z = (z ^ z >> 27) * 0x94d049bb133111ebu;
        rt.random_words[i] = z ^ z >> 31;
    }
}

static uint64_t next64(void) {
    uint64_t *s = rt.random_words;
    if (UNLIKELY(!(s[0] | s[1] | s[2] | s[3]))) {
        seed_with(port_entropy());
    }
    uint64_t result = rotate_left(s[1] * 5, 7) * 9, t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate_left(s[3], 45);
    return result;
}

// In [0, 1): as many bits as a Float has.
static Float next_float(void) {
    enum { BITS = FLOAT_MANTISSA_BITS + 1 };
    return real_ldexp((Float)(next64() >> (64 - BITS)), -BITS);
}

// In [0, n), n > 0, each equally likely: numbers of n's length are tried until one is less.
static uint64_t below(uint64_t n) {
    assert(n > 0);
    unsigned unused = (unsigned)__builtin_clzll(n);
    uint64_t r;
    do {
        r = next64() >> unused;
    } while (r >= n);
    return r;
}

static Value random_bits(size_t bits) {
    if (bits <= 64) {
        return int_from_u64(bits ? next64() >> (64 - bits) : 0);
    }
    size_t count = (bits - 1) / LIMB_BITS + 1;
    BigInt *big = int_alloc(count);
    for (size_t i = 0; i < count; i++) {
        poll_interrupt();
        big->limbs[i] = (Limb)(next64() >> 32);
    }
    if (bits % LIMB_BITS) {
        big->limbs[count - 1] >>= LIMB_BITS - bits % LIMB_BITS;
    }
    return int_finish(big, count, false);
}

static Value int_below(Value n) {
    uint64_t limit;
    if (int_to_u64(n, &limit)) {
        return int_from_u64(below(limit));
    }
    size_t bits = int_bit_length(n);
    for (;;) {
        Value r = random_bits(bits);
        if (int_compare(r, n) < 0) {
            return r;
        }
        int_discard(r);
        poll_pending();
    }
}

// ---- seeds and bits -------------------------------------------------------------------------------------

static uint64_t seed_of(Value v) {
    Value native = unbox(v);
    if (is_none(v)) {
        return port_entropy();
    }
    if (is_integer(v)) {
        uint64_t n;
        Value i = integer_of(v);
        i = int_sign(i) < 0 ? int_neg(i) : i;
        return int_to_u64(i, &n) ? n : (uint64_t)int_hash(i);
    }
    if (is_float(native) || is_str(native) || is_bytes(native)) {
        return (uint64_t)op_hash(native);
    }
    Buffer b;
    if (!buffer_try(v, &b, BUFFER_READ)) {
        raise_type_error("The only supported seed types are:\nNone, int, float, str, bytes, and "
                         "bytearray.");
    }
    return (uint64_t)op_hash(bytes_new(b.data, b.size));
}

static Value random_seed(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_a, 0}, {N_version, 0}, {NULL, 0}};
    Value given[2];
    args_parse("seed", spec, n, args, kwnames, given);
    seed_with(seed_of(is_present(given[0]) ? given[0] : NONE));
    return NONE;
}

static Value random_getrandbits(Value v) {
    intptr_t bits = to_intptr(v);
    if (bits < 0) {
        raise_value_error("number of bits must be non-negative");
    }
    return random_bits((size_t)bits);
}

static Value random_randbytes(Value v) {
    intptr_t size = to_intptr(v);
    if (size < 0) {
        raise_value_error("negative argument not allowed");
    }
    Bytes *b = bytes_alloc((size_t)size);
    for (intptr_t i = 0; i < size; i++) {
        poll_interrupt();
        b->data[i] = (uint8_t)(next64() >> 56);
    }
    return cell_value(b);
}

// ---- ints ---------------------------------------------------------------------------------------------

// start + step * [0, count)
static Value pick(Value start, Value stop, Value step, Value last) {
    Value width = int_sub(stop, start);
    if (same(step, int_value(1))) {
        if (int_sign(width) <= 0) {
            raise_value_error("empty range in randrange(%V, %V)", start, last);
        }
        return int_add(start, int_below(width));
    }
    int direction = int_sign(step);
    if (direction == 0) {
        raise_value_error("zero step for randrange()");
    }
    Value round_up = int_add(width, int_sub(step, int_value(direction)));
    Value count = int_binary(OP_FLOORDIV, round_up, step);
    if (int_sign(count) <= 0) {
        raise_value_error("empty range in randrange(%V, %V, %V)", start, last, step);
    }
    return int_add(start, int_mul(step, int_below(count)));
}

static Value random_randrange(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_start, ARG_REQUIRED}, {N_stop, 0}, {N_step, 0}, {NULL, 0}};
    Value given[3];
    args_parse("randrange", spec, n, args, kwnames, given);
    Value start = to_index(given[0]);
    Value step = is_present(given[2]) ? to_index(given[2]) : int_value(1);
    if (is_absent(given[1]) || is_none(given[1])) {
        if (!same(step, int_value(1))) {
            raise_type_error("Missing a non-None stop argument");
        }
        if (int_sign(start) <= 0) {
            raise_value_error("empty range for randrange()");
        }
        return int_below(start);
    }
    Value stop = to_index(given[1]);
    return pick(start, stop, step, stop);
}

static Value random_randint(Value a, Value b) {
    Value start = to_index(a), stop = int_add(to_index(b), int_value(1));
    return pick(start, stop, int_value(1), stop);
}

// ---- sequences ------------------------------------------------------------------------------------------

static Value random_choice(Value sequence) {
    intptr_t len = op_len(sequence);
    if (len == 0) {
        raise_index_error("Cannot choose from an empty sequence");
    }
    return op_getitem(sequence, int_from((intptr_t)below((uint64_t)len)));
}

static Value random_shuffle(Value sequence) {
    for (intptr_t i = op_len(sequence) - 1; i > 0; i--) {
        Value at = int_value(i), other = int_value((intptr_t)below((uint64_t)i + 1));
        Value v = op_getitem(sequence, at);
        op_setitem(sequence, at, op_getitem(sequence, other));
        op_setitem(sequence, other, v);
        poll_pending();
    }
    return NONE;
}

// The population with each item repeated as often as counts say.
static Value repeated(Value population, Value counts) {
    List *list = list_new(0);
    Value items = op_iter(population), times = op_iter(counts), item, count;
    while (is_present(item = op_next(items))) {
        count = op_next(times);
        if (is_absent(count)) {
            raise_value_error("The number of counts does not match the population");
        }
        for (intptr_t i = to_intptr(count); i > 0; i--) {
            list_append(list, item);
            poll_pending();
        }
    }
    return cell_value(list);
}

static Value random_sample(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {
        {N_population, ARG_REQUIRED}, {N_k, ARG_REQUIRED}, {N_counts, ARG_KWONLY}, {NULL, 0}};
    Value given[3];
    args_parse("sample", spec, n, args, kwnames, given);
    const Ops *ops = type_of(given[0])->solid->ops;
    if (is_kind(given[0], &set_type) || is_kind(given[0], &dict_type) || !op_of(ops, getitem)) {
        raise_type_error("Population must be a sequence.  For dicts or sets, use sorted(d).");
    }
    bool counted = is_present(given[2]) && !is_none(given[2]);
    Value pool = counted ? repeated(given[0], given[2]) : list_from_iterable(given[0]);
    intptr_t k = to_intptr(given[1]), len = (intptr_t)list_of(pool)->len;
    if (k < 0 || k > len) {
        raise_value_error("Sample larger than population or is negative");
    }
    List *result = list_new((size_t)k);
    for (intptr_t i = 0; i < k; i++) { // the items not yet taken are at the front
        Value *at = list_of(pool)->items->at;
        size_t j = (size_t)below((uint64_t)(len - i));
        list_append(result, at[j]);
        at[j] = at[len - i - 1];
    }
    return cell_value(result);
}

// Running totals of the weights.
static Value accumulated(Value weights) {
    List *totals = list_new(0);
    Value it = op_iter(weights), v, sum = ABSENT;
    while (is_present(v = op_next(it))) {
        sum = is_absent(sum) ? v : op_binary(OP_ADD, sum, v);
        list_append(totals, sum);
        poll_pending();
    }
    return cell_value(totals);
}

// Index of the first total above x.
static intptr_t bisect(const List *totals, Float x) {
    assert(totals->len > 0);
    size_t low = 0, high = totals->len - 1;
    while (low < high) {
        size_t middle = (low + high) / 2;
        Float total = 0;
        number_to_float(totals->items->at[middle], &total);
        if (x < total) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return (intptr_t)low;
}

static Value weighted_choices(Value population, Value totals, intptr_t k) {
    const List *list = list_of(totals);
    if ((intptr_t)list->len != op_len(population)) {
        raise_value_error("The number of weights does not match the population");
    }
    Float total = list->len ? to_float(list->items->at[list->len - 1]) : 0;
    if (!(total > 0)) {
        raise_value_error("Total of weights must be greater than zero");
    }
    if (!real_is_finite(total)) {
        raise_value_error("Total of weights must be finite");
    }
    List *result = list_new(0);
    for (intptr_t i = 0; i < k; i++) {
        intptr_t at = bisect(list, next_float() * total);
        list_append(result, op_getitem(population, int_value(at)));
        poll_pending();
    }
    return cell_value(result);
}

static Value random_choices(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_population, ARG_REQUIRED}, {N_weights, 0},
                                   {N_cum_weights, ARG_KWONLY}, {N_k, ARG_KWONLY}, {NULL, 0}};
    Value given[4];
    args_parse("choices", spec, n, args, kwnames, given);
    intptr_t k = is_present(given[3]) ? to_intptr(given[3]) : 1;
    bool weights = is_present(given[1]) && !is_none(given[1]);
    bool totals = is_present(given[2]) && !is_none(given[2]);
    if (weights && totals) {
        raise_type_error("Cannot specify both weights and cumulative weights");
    }
    if (weights || totals) {
        Value list = weights ? accumulated(given[1]) : list_from_iterable(given[2]);
        return weighted_choices(given[0], list, k);
    }
    List *result = list_new(0);
    for (intptr_t i = 0; i < k; i++) {
        list_append(result, random_choice(given[0]));
        poll_pending();
    }
    return cell_value(result);
}

// ---- distributions ------------------------------------------------------------------------------------

static Value random_random(void) {
    return float_value(next_float());
}

static Value random_uniform(Value a, Value b) {
    Float low = to_float(a), high = to_float(b);
    return float_value(low + (high - low) * next_float());
}

static Value random_triangular(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_low, 0}, {N_high, 0}, {N_mode, 0}, {NULL, 0}};
    Value given[3];
    args_parse("triangular", spec, n, args, kwnames, given);
    Float low = is_present(given[0]) ? to_float(given[0]) : 0;
    Float high = is_present(given[1]) ? to_float(given[1]) : 1;
    if (high == low) {
        return float_value(low);
    }
    bool has_mode = is_present(given[2]) && !is_none(given[2]);
    Float u = next_float(), c = has_mode ? (to_float(given[2]) - low) / (high - low) : (Float)0.5;
    if (u > c) {
        Float other = low;
        u = 1 - u;
        c = 1 - c;
        low = high;
        high = other;
    }
    return float_value(low + (high - low) * real_sqrt(u * c));
}

// Box, Muller, "A note on the generation of random normal deviates", 1958.
static Value random_gauss(size_t n, const Value *args, const Tuple *kwnames) {
    static const ArgSpec spec[] = {{N_mu, 0}, {N_sigma, 0}, {NULL, 0}};
    Value given[2];
    args_parse("gauss", spec, n, args, kwnames, given);
    Float mu = is_present(given[0]) ? to_float(given[0]) : 0;
    Float sigma = is_present(given[1]) ? to_float(given[1]) : 1;
    Float angle = next_float() * (Float)6.28318530717958647692;
    Float length = real_sqrt(-2 * real_log(1 - next_float()));
    return float_value(mu + real_cos(angle) * length * sigma);
}

static Value random_expovariate(size_t n, const Value *args) {
    Float lambda = n ? to_float(args[0]) : 1;
    return float_binary(OP_TRUEDIV, -real_log(1 - next_float()), lambda);
}

// ---- module -------------------------------------------------------------------------------------------

static const Native functions[] = {
    FUNCTION_1(N_choice, random_choice),
    FUNCTION_KW(N_choices, random_choices, 0, NATIVE_MANY),
    FUNCTION_VAR(N_expovariate, random_expovariate, 0, 1),
    FUNCTION_KW(N_gauss, random_gauss, 0, NATIVE_MANY),
    FUNCTION_1(N_getrandbits, random_getrandbits),
    FUNCTION_KW(N_normalvariate, random_gauss, 0, NATIVE_MANY),
    FUNCTION_1(N_randbytes, random_randbytes),
    FUNCTION_2(N_randint, random_randint),
    FUNCTION_0(N_random, random_random),
    FUNCTION_KW(N_randrange, random_randrange, 0, NATIVE_MANY),
    FUNCTION_KW(N_sample, random_sample, 0, NATIVE_MANY),
    FUNCTION_KW(N_seed, random_seed, 0, NATIVE_MANY),
    FUNCTION_1(N_shuffle, random_shuffle),
    FUNCTION_KW(N_triangular, random_triangular, 0, NATIVE_MANY),
    FUNCTION_2(N_uniform, random_uniform),
    NATIVE_END,
};
const ModuleDef random_module = {.name = N_random, .extensible = true, .functions = functions};
