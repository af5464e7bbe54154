// SPDX-License-Identifier: MIT
#include "base/parallel.h"

#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include "base/interrupt.h"

namespace wardmap {

void parallel_for(std::size_t n, int threads, const std::function<void(std::size_t)>& work) {
    oneapi::tbb::task_arena arena(threads > 0 ? threads : oneapi::tbb::task_arena::automatic);
    arena.execute([&] {
        oneapi::tbb::parallel_for(std::size_t{0}, n, [&](std::size_t i) {
            stop_if_interrupted();
            work(i);
        });
    });
}

} // namespace wardmap
