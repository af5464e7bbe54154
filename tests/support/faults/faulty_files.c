/* SPDX-License-Identifier: MIT */
/* Preloaded into a program under test: lets a call that changes files fail, or ends the process
 * before it. Counted are calls on paths with the text FAULT_UNDER in them.
 *   FAULT_AT=N       the call that is meant, from 1; FAULT_FROM=1: it and all later ones
 *   FAULT_ERROR=E    the number of errno; without it the process is killed
 *   FAULT_COUNT=FILE how many calls there were is written there at the end
 * A call of fsync is counted and may fail, but is not made: processes end here, not machines.
 *   NO_EXCHANGE=1    renameat2 knows no flags, as on some file systems; 2: nor can files be linked
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int calls;

static int number_of(const char* name) {
    const char* value = getenv(name);
    return value ? atoi(value) : 0;
}

/* Whether this call is to fail. */
static int fails(const char* path) {
    const char* under = getenv("FAULT_UNDER");
    if (!under || !path || !strstr(path, under)) return 0;
    const int at = number_of("FAULT_AT");
    ++calls;
    if (at == 0 || calls < at || (calls > at && !getenv("FAULT_FROM"))) return 0;
    if (!getenv("FAULT_ERROR")) raise(SIGKILL);
    errno = number_of("FAULT_ERROR");
    return 1;
}

static int fails_on(int file) {
    char link[64];
    char path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t n = readlink(link, path, sizeof path - 1);
    if (n < 0) return 0;
    path[n] = 0;
    return fails(path);
}

__attribute__((destructor)) static void write_count(void) {
    const char* path = getenv("FAULT_COUNT");
    FILE* file = path ? fopen(path, "w") : NULL;
    if (!file) return;
    fprintf(file, "%d\n", calls);
    fclose(file);
}

#define NEXT(type, name, ...)                                                                      \
    type (*next)(__VA_ARGS__) = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

static int opens(const char* name, const char* path, int flags, mode_t mode) {
    int (*next)(const char*, int, ...) = (int (*)(const char*, int, ...))dlsym(RTLD_NEXT, name);
    if ((flags & O_CREAT) && fails(path)) return -1;
    return next(path, flags, mode);
}

int open(const char* path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    const mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
    va_end(more);
    return opens("open", path, flags, mode);
}

int open64(const char* path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    const mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
    va_end(more);
    return opens("open64", path, flags, mode);
}

ssize_t write(int file, const void* bytes, size_t n) {
    NEXT(ssize_t, write, int, const void*, size_t);
    return fails_on(file) ? -1 : next(file, bytes, n);
}

int fsync(int file) {
    return fails_on(file) ? -1 : 0;
}

int flock(int file, int operation) {
    NEXT(int, flock, int, int);
    return fails_on(file) ? -1 : next(file, operation);
}

int rename(const char* from, const char* to) {
    NEXT(int, rename, const char*, const char*);
    return fails(from) ? -1 : next(from, to);
}

int renameat2(int a, const char* from, int b, const char* to, unsigned flags) {
    NEXT(int, renameat2, int, const char*, int, const char*, unsigned);
    if (flags && number_of("NO_EXCHANGE")) {
        errno = EINVAL;
        return -1;
    }
    return fails(from) ? -1 : next(a, from, b, to, flags);
}

int linkat(int a, const char* from, int b, const char* to, int flags) {
    NEXT(int, linkat, int, const char*, int, const char*, int);
    if (number_of("NO_EXCHANGE") == 2) {
        errno = EPERM;
        return -1;
    }
    return fails(from) ? -1 : next(a, from, b, to, flags);
}

int mkdir(const char* path, mode_t mode) {
    NEXT(int, mkdir, const char*, mode_t);
    return fails(path) ? -1 : next(path, mode);
}

char* mkdtemp(char* pattern) {
    NEXT(char*, mkdtemp, char*);
    return fails(pattern) ? NULL : next(pattern);
}

int chmod(const char* path, mode_t mode) {
    NEXT(int, chmod, const char*, mode_t);
    return fails(path) ? -1 : next(path, mode);
}

int utimensat(int folder, const char* path, const struct timespec times[2], int flags) {
    NEXT(int, utimensat, int, const char*, const struct timespec*, int);
    return fails(path) ? -1 : next(folder, path, times, flags);
}

int rmdir(const char* path) {
    NEXT(int, rmdir, const char*);
    return fails(path) ? -1 : next(path);
}

int unlink(const char* path) {
    NEXT(int, unlink, const char*);
    return fails(path) ? -1 : next(path);
}

int unlinkat(int folder, const char* path, int flags) {
    NEXT(int, unlinkat, int, const char*, int);
    return fails_on(folder) ? -1 : next(folder, path, flags);
}

int remove(const char* path) {
    NEXT(int, remove, const char*);
    return fails(path) ? -1 : next(path);
}
