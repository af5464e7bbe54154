# Every dependency is a Debian 12 package (scripts/install-deps); nothing is downloaded here.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(TBB REQUIRED)
find_package(ZLIB REQUIRED)
find_package(Boost 1.74 REQUIRED) # headers only: Boost.Math
pkg_check_modules(GLIB REQUIRED IMPORTED_TARGET glib-2.0)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(EXPAT REQUIRED IMPORTED_TARGET expat>=2.4)
pkg_check_modules(GDAL REQUIRED IMPORTED_TARGET gdal>=3.6)
pkg_check_modules(GEOS REQUIRED IMPORTED_TARGET geos>=3.11)
pkg_check_modules(PROJ REQUIRED IMPORTED_TARGET proj>=9.0)
pkg_check_modules(CAIRO REQUIRED IMPORTED_TARGET cairo>=1.16)
pkg_check_modules(PANGO REQUIRED IMPORTED_TARGET pangocairo>=1.50 pangoft2 fontconfig)
pkg_check_modules(QPDF REQUIRED IMPORTED_TARGET libqpdf>=11.2)
# Clang in C++20 rejects a destructor in a header of libqpdf before 11.4 (qpdf issue 942): sources that include
# libqpdf use a copy with a corrected one.
set(WARDMAP_QPDF_OPTIONS "")
find_file(WARDMAP_QPDF_JSON qpdf/JSON.hh HINTS ${QPDF_INCLUDE_DIRS} REQUIRED)
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  file(READ ${WARDMAP_QPDF_JSON} text)
  string(REPLACE "virtual ~JSON_array() = default;" "virtual ~JSON_array() {}" text "${text}")
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/headers/qpdf/JSON.hh CONTENT "${text}" @ONLY)
  set(WARDMAP_QPDF_OPTIONS -isystem ${CMAKE_BINARY_DIR}/headers)
endif()
pkg_check_modules(DEFLATE REQUIRED IMPORTED_TARGET libdeflate>=1.14)
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter>=1.1)
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip>=1.7)
pkg_check_modules(TOMLPLUSPLUS REQUIRED IMPORTED_TARGET tomlplusplus>=3.0)

# Text on maps is set only in Open Sans, so that two machines draw the same bytes.
find_path(WARDMAP_FONT_DIR OpenSans-Regular.ttf
  PATHS /usr/share/fonts/truetype/open-sans /usr/share/fonts/open-sans
  NO_DEFAULT_PATH DOC "Folder of OpenSans-Regular.ttf")
if(NOT WARDMAP_FONT_DIR)
  message(FATAL_ERROR
    "Open Sans was not found. Install it (Debian: fonts-open-sans), or say where it is: "
    "-DWARDMAP_FONT_DIR=/folder/of/OpenSans-Regular.ttf")
endif()
