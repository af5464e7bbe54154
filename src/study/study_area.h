// SPDX-License-Identifier: MIT
// The area that a study is of: all that sentences and maps need besides a category.
#pragma once

#include "project/facts.h"
#include "wards/ward.h"

namespace wardmap {

/// A function that takes a StudyArea names wards, their area and the project, and computes nothing.
struct StudyArea {
    project::Facts project;
    WardSet wards;
};

} // namespace wardmap
