// SPDX-License-Identifier: MIT
// Tests that measure the program need to know whether sanitizers add time and memory.
#pragma once

namespace wardmap::testing {

/// Whether these tests, and the program with them, are built with Clang's sanitizers of addresses
/// or of threads.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr bool has_sanitizers = true;
#else
inline constexpr bool has_sanitizers = false;
#endif
#else
inline constexpr bool has_sanitizers = false;
#endif

} // namespace wardmap::testing
