// SPDX-License-Identifier: MIT
#include "base/without_password.h"

#include "base/pattern.h"

namespace wardmap {

std::string without_password(const std::string& text) {
    static const Pattern password(R"((password[\s\v]*=[\s\v]*)('(?:[^'\\]|\\.)*'\S*|\S+))",
                                  Pattern::Case::ignored);
    static const Pattern of_url(R"((://[^:/@\s]*:)[^@\s]*@)");
    return of_url.replaced(password.replaced(text, R"(\1***)"), R"(\1***@)");
}

} // namespace wardmap
