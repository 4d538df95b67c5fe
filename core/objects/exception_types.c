// SPDX-License-Identifier: MIT
// exception_types.c: the exception classes: one const Type each, all with the same operations.
//
// TYPE(variable, N_name, base): the order here is the order of CPython's documentation.
#include "error.h"
#include "objects/exception.h"
#include "objects/exception_ops.h"
#include "text/str.h"

#define TYPE(VARIABLE, NAME, BASE)                                                              \
    const Type VARIABLE = {                                                                     \
        {&type_type}, NAME, &exception_ops, TYPE_EXCEPTION | TYPE_TRACE_WORDS,                  \
        sizeof(Exception), 'h', 0, &BASE, &VARIABLE, {NULL}, NULL, {NULL},                          \
    };

const Type base_exception_type = {
    {&type_type}, N_BaseException, &exception_ops, TYPE_EXCEPTION | TYPE_TRACE_WORDS,
    sizeof(Exception), 'h', 0, &object_type, &base_exception_type, {exception_methods}, NULL, {NULL},
};
const Type base_exception_group_type = {
    {&type_type}, N_BaseExceptionGroup, &exception_group_ops, TYPE_EXCEPTION | TYPE_TRACE_WORDS,
    sizeof(Exception), 'h', 0, &base_exception_type, &base_exception_group_type,
    {exception_group_methods}, NULL, {NULL},
};
const Type exception_group_type = {
    {&type_type}, N_ExceptionGroup, &exception_group_ops, TYPE_EXCEPTION | TYPE_TRACE_WORDS,
    sizeof(Exception), 'h', 0, &base_exception_group_type, &exception_group_type, {NULL}, NULL, {NULL},
};

TYPE(system_exit_type, N_SystemExit, base_exception_type)
TYPE(keyboard_interrupt_type, N_KeyboardInterrupt, base_exception_type)
TYPE(generator_exit_type, N_GeneratorExit, base_exception_type)
TYPE(exception_type, N_Exception, base_exception_type)
TYPE(stop_iteration_type, N_StopIteration, exception_type)
TYPE(stop_async_iteration_type, N_StopAsyncIteration, exception_type)
TYPE(arithmetic_error_type, N_ArithmeticError, exception_type)
TYPE(floating_point_error_type, N_FloatingPointError, arithmetic_error_type)
TYPE(overflow_error_type, N_OverflowError, arithmetic_error_type)
TYPE(zero_division_error_type, N_ZeroDivisionError, arithmetic_error_type)
TYPE(assertion_error_type, N_AssertionError, exception_type)
TYPE(attribute_error_type, N_AttributeError, exception_type)
TYPE(buffer_error_type, N_BufferError, exception_type)
TYPE(eof_error_type, N_EOFError, exception_type)
TYPE(import_error_type, N_ImportError, exception_type)
TYPE(module_not_found_error_type, N_ModuleNotFoundError, import_error_type)
TYPE(lookup_error_type, N_LookupError, exception_type)
TYPE(index_error_type, N_IndexError, lookup_error_type)
TYPE(key_error_type, N_KeyError, lookup_error_type)
TYPE(memory_error_type, N_MemoryError, exception_type)
TYPE(name_error_type, N_NameError, exception_type)
TYPE(unbound_local_error_type, N_UnboundLocalError, name_error_type)
TYPE(os_error_type, N_OSError, exception_type)
TYPE(blocking_io_error_type, N_BlockingIOError, os_error_type)
TYPE(child_process_error_type, N_ChildProcessError, os_error_type)
TYPE(connection_error_type, N_ConnectionError, os_error_type)
TYPE(broken_pipe_error_type, N_BrokenPipeError, connection_error_type)
TYPE(connection_aborted_error_type, N_ConnectionAbortedError, connection_error_type)
TYPE(connection_refused_error_type, N_ConnectionRefusedError, connection_error_type)
TYPE(connection_reset_error_type, N_ConnectionResetError, connection_error_type)
TYPE(file_exists_error_type, N_FileExistsError, os_error_type)
TYPE(file_not_found_error_type, N_FileNotFoundError, os_error_type)
TYPE(interrupted_error_type, N_InterruptedError, os_error_type)
TYPE(unsupported_operation_type, N_UnsupportedOperation, os_error_type)
TYPE(is_a_directory_error_type, N_IsADirectoryError, os_error_type)
TYPE(not_a_directory_error_type, N_NotADirectoryError, os_error_type)
TYPE(permission_error_type, N_PermissionError, os_error_type)
TYPE(process_lookup_error_type, N_ProcessLookupError, os_error_type)
TYPE(timeout_error_type, N_TimeoutError, os_error_type)
TYPE(reference_error_type, N_ReferenceError, exception_type)
TYPE(runtime_error_type, N_RuntimeError, exception_type)
TYPE(not_implemented_error_type, N_NotImplementedError, runtime_error_type)
TYPE(recursion_error_type, N_RecursionError, runtime_error_type)
TYPE(syntax_error_type, N_SyntaxError, exception_type)
TYPE(indentation_error_type, N_IndentationError, syntax_error_type)
TYPE(tab_error_type, N_TabError, indentation_error_type)
TYPE(system_error_type, N_SystemError, exception_type)
TYPE(type_error_type, N_TypeError, exception_type)
TYPE(value_error_type, N_ValueError, exception_type)
TYPE(unicode_error_type, N_UnicodeError, value_error_type)
TYPE(unicode_decode_error_type, N_UnicodeDecodeError, unicode_error_type)
TYPE(unicode_encode_error_type, N_UnicodeEncodeError, unicode_error_type)
TYPE(unicode_translate_error_type, N_UnicodeTranslateError, unicode_error_type)
TYPE(warning_type, N_Warning, exception_type)
TYPE(user_warning_type, N_UserWarning, warning_type)
TYPE(deprecation_warning_type, N_DeprecationWarning, warning_type)
TYPE(runtime_warning_type, N_RuntimeWarning, warning_type)
TYPE(syntax_warning_type, N_SyntaxWarning, warning_type)
TYPE(pending_deprecation_warning_type, N_PendingDeprecationWarning, warning_type)
TYPE(future_warning_type, N_FutureWarning, warning_type)
TYPE(import_warning_type, N_ImportWarning, warning_type)
TYPE(unicode_warning_type, N_UnicodeWarning, warning_type)
TYPE(bytes_warning_type, N_BytesWarning, warning_type)
TYPE(encoding_warning_type, N_EncodingWarning, warning_type)
TYPE(resource_warning_type, N_ResourceWarning, warning_type)
