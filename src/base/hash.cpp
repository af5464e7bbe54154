// SPDX-License-Identifier: MIT
#include "base/hash.h"

#include <array>
#include <fstream>
#include <memory>

#include <glib.h>

#include "base/error.h"
#include "base/interrupt.h"

namespace wardmap {
namespace {

struct FreeChecksum {
    void operator()(GChecksum* sum) const { g_checksum_free(sum); }
};
using Checksum = std::unique_ptr<GChecksum, FreeChecksum>;

} // namespace

std::string sha256(std::string_view bytes) {
    const Checksum sum(g_checksum_new(G_CHECKSUM_SHA256));
    g_checksum_update(sum.get(), reinterpret_cast<const guchar*>(bytes.data()),
                      static_cast<gssize>(bytes.size()));
    return g_checksum_get_string(sum.get());
}

std::string base64(std::string_view bytes) {
    const std::unique_ptr<gchar, decltype(&g_free)> text(
        g_base64_encode(reinterpret_cast<const guchar*>(bytes.data()), bytes.size()), g_free);
    return text.get();
}

std::string sha256_base64(std::string_view bytes) {
    const Checksum sum(g_checksum_new(G_CHECKSUM_SHA256));
    g_checksum_update(sum.get(), reinterpret_cast<const guchar*>(bytes.data()),
                      static_cast<gssize>(bytes.size()));
    std::array<guchar, 32> digest{};
    gsize length = digest.size();
    g_checksum_get_digest(sum.get(), digest.data(), &length);
    return base64({reinterpret_cast<const char*>(digest.data()), length});
}

std::string sha256_of_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    const Checksum sum(g_checksum_new(G_CHECKSUM_SHA256));
    std::array<char, 65536> buffer{};
    while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0) {
        stop_if_interrupted();
        g_checksum_update(sum.get(), reinterpret_cast<const guchar*>(buffer.data()),
                          static_cast<gssize>(in.gcount()));
    }
    if (!in.eof()) {
        throw InputError(Finding{
            .severity = Severity::error, .place = {path}, .found = "the file cannot be read"});
    }
    return g_checksum_get_string(sum.get());
}

} // namespace wardmap
