// SPDX-License-Identifier: MIT
#include "base/parallel.h"

#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include "base/interrupt.h"

namespace wardmap {
namespace {

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define WARDMAP_OWN_THREADS
#endif
#endif

#ifdef WARDMAP_OWN_THREADS
// The thread sanitizer cannot see how oneTBB's library orders its threads, and reports races that
// are none. With threads of our own every report is about the work.
void run(std::size_t n, int threads, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    std::mutex guard;
    std::exception_ptr failure;
    const auto take = [&] {
        try {
            for (auto i = next++; i < n; i = next++) {
                work(i);
            }
        } catch (...) {
            next = n;
            const std::lock_guard lock(guard);
            if (!failure) failure = std::current_exception();
        }
    };
    std::vector<std::thread> pool;
    for (int k = 0; k < (threads > 0 ? threads : 4); ++k) {
        pool.emplace_back(take);
    }
    for (auto& thread : pool) {
        thread.join();
    }
    if (failure) std::rethrow_exception(failure);
}
#else
void run(std::size_t n, int threads, const std::function<void(std::size_t)>& work) {
    oneapi::tbb::task_arena arena(threads > 0 ? threads : oneapi::tbb::task_arena::automatic);
    arena.execute([&] { oneapi::tbb::parallel_for(std::size_t{0}, n, work); });
}
#endif

} // namespace

void parallel_for(std::size_t n, int threads, const std::function<void(std::size_t)>& work) {
    run(n, threads, [&work](std::size_t i) {
        stop_if_interrupted();
        work(i);
    });
}

} // namespace wardmap
