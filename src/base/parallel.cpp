// SPDX-License-Identifier: MIT
#include "base/parallel.h"

#include <atomic>

#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include "base/interrupt.h"

namespace wardmap {

void parallel_for(std::size_t n, int threads, const std::function<void(std::size_t)>& work) {
    // Repeats the ordering that oneTBB guarantees: a thread sanitizer cannot see into its library.
    std::atomic<std::size_t> started = 0;
    std::atomic<std::size_t> done = 0;
    started.store(1, std::memory_order_release);
    oneapi::tbb::task_arena arena(threads > 0 ? threads : oneapi::tbb::task_arena::automatic);
    arena.execute([&] {
        oneapi::tbb::parallel_for(std::size_t{0}, n, [&](std::size_t i) {
            stop_if_interrupted();
            (void)started.load(std::memory_order_acquire);
            work(i);
            done.fetch_add(1, std::memory_order_release);
        });
    });
    (void)done.load(std::memory_order_acquire);
}

} // namespace wardmap
