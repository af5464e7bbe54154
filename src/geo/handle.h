// SPDX-License-Identifier: MIT
// Owning pointers for the C libraries, of the size of a pointer.
#pragma once

#include <memory>

namespace wardmap::geo {

template <auto destroy>
struct Destroy {
    template <typename T>
    void operator()(T* object) const {
        destroy(object);
    }
};

template <typename T, auto destroy>
using Handle = std::unique_ptr<T, Destroy<destroy>>;

} // namespace wardmap::geo
