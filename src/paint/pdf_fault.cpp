// SPDX-License-Identifier: MIT
#include "paint/pdf_fault.h"

#include "base/error.h"

namespace wardmap::paint {

void fail_pdf(const std::string& reason) {
    throw OutputError("error: the PDF could not be finished: " + reason +
                      "\n  help: this is a defect of Wardmap, Cairo or qpdf; please report it");
}

} // namespace wardmap::paint
