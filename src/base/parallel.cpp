// SPDX-License-Identifier: MIT
#include "base/parallel.h"

#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

namespace wardmap {

void parallel_for(std::size_t n, int threads, const std::function<void(std::size_t)>& work) {
    oneapi::tbb::task_arena arena(threads > 0 ? threads : oneapi::tbb::task_arena::automatic);
    arena.execute([&] { oneapi::tbb::parallel_for(std::size_t{0}, n, work); });
}

} // namespace wardmap
