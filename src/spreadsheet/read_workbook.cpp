// SPDX-License-Identifier: MIT
// Detects the kind of file and chooses its reader.
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "base/refuse.h"
#include "base/text.h"
#include "spreadsheet/archive.h"
#include "spreadsheet/ods.h"
#include "spreadsheet/reading.h"
#include "spreadsheet/workbook.h"
#include "spreadsheet/xlsx.h"
#include "spreadsheet/xml_part.h"

namespace wardmap::spreadsheet {
namespace {

constexpr const char* wanted_kind =
    "an Excel workbook (.xlsx, .xlsm) or an OpenDocument one (.ods)";

std::string bytes_of(const Place& place, const std::string& path, std::size_t most) {
    std::ifstream in(path, std::ios::binary);
    if (!in) refuse(place, "the workbook cannot be opened", "a file that may be read", "");
    std::string bytes(most, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(most));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

/// Names within the container of old Office files are UTF-16.
std::string wide(std::string_view name) {
    std::string result;
    for (const char c : name) {
        result += c;
        result += '\0';
    }
    return result;
}

[[noreturn]] void refuse_container(const Place& place, const std::string& path) {
    constexpr std::size_t most = 64u << 20;
    const auto bytes = bytes_of(place, path, most);
    const auto holds = [&](std::string_view name) {
        return bytes.find(wide(name)) != std::string::npos;
    };
    if (holds("EncryptedPackage")) {
        refuse(place, "the workbook has a password", "a workbook that opens without one",
               "save it without a password");
    }
    if (holds("Workbook") || holds("Book")) {
        refuse(place, "this is an old Excel workbook (.xls)", wanted_kind,
               "save it as .xlsx, or give it the extension .xls");
    }
    refuse(place, "this is an old Office file that holds no workbook", wanted_kind,
           "save the table as .xlsx or CSV");
}

[[noreturn]] void refuse_other(const Place& place, std::string_view start) {
    const auto begin =
        text::fold_case(text::is_utf8(start) ? std::string(text::trimmed(start)) : std::string());
    if (start.empty()) refuse(place, "the file is empty", wanted_kind, "fetch it again");
    if (start.starts_with("%PDF")) {
        refuse(place, "this is a PDF", wanted_kind,
               "ask its publisher for the table as a workbook");
    }
    if (begin.starts_with("<!doctype html") || begin.starts_with("<html")) {
        refuse(place, "this is a web page", wanted_kind,
               "open it in Excel and save it as .xlsx, or fetch the file itself");
    }
    if (begin.starts_with("<?xml")) {
        refuse(place, "this is XML that is not packed", wanted_kind,
               "open it in Excel or LibreOffice and save it as .xlsx");
    }
    refuse(place, "this is not a workbook", wanted_kind,
           "give the file its own extension, such as .csv");
}

[[noreturn]] void refuse_archive(const Archive& archive) {
    const auto& place = archive.place();
    if (archive.has("xl/workbook.bin")) {
        refuse(place, "this is a binary Excel workbook (.xlsb)", wanted_kind, "save it as .xlsx");
    }
    const bool word = archive.has("word/document.xml");
    const bool numbers = archive.has("Index/Document.iwa");
    refuse(place,
           word      ? "this is a Word document"
           : numbers ? "this is an Apple Numbers workbook"
                     : "this is an archive that holds no workbook",
           wanted_kind,
           word      ? "copy its table into a workbook"
           : numbers ? "export it as .xlsx"
                     : "unpack it and name the file that holds the table");
}

/// Whether an ODS workbook's list of contents names a cipher.
class ManifestReader : public XmlHandler {
public:
    void start(const XmlName& name, const XmlAttributes&) override {
        if (name.local == "encryption-data") is_encrypted = true;
    }
    void end(const XmlName&) override {}
    void text(std::string_view) override {}

    bool is_encrypted = false;
};

void check_manifest(Archive& archive) {
    if (!archive.has("META-INF/manifest.xml")) return;
    ManifestReader manifest;
    read_xml(archive, "META-INF/manifest.xml", manifest);
    if (manifest.is_encrypted) {
        refuse(archive.place(), "the workbook has a password", "a workbook that opens without one",
               "save it without a password");
    }
}

/// Refuses the "mimetype" of an OpenDocument file that is not a workbook, such as a text.
void check_mimetype(Archive& archive) {
    if (!archive.has("mimetype")) return;
    std::string kind;
    archive.read("mimetype", [&](std::string_view piece) {
        constexpr std::size_t most = 200;
        if (kind.size() < most) kind += piece.substr(0, most);
    });
    if (kind.find("opendocument") == std::string::npos ||
        kind.find("spreadsheet") != std::string::npos) {
        return;
    }
    refuse(archive.place(), "this is an OpenDocument file that is not a workbook", wanted_kind,
           "copy its table into a workbook");
}

} // namespace

Workbook read_workbook(const WorkbookRequest& request) {
    const Place place{request.shown_as};
    constexpr std::size_t sign = 512;
    const auto start = bytes_of(place, request.path, sign);
    if (start.starts_with("\xD0\xCF\x11\xE0")) refuse_container(place, request.path);
    if (!start.starts_with("PK")) refuse_other(place, start);
    Archive archive(request.path, place, request.limits);
    Workbook workbook;
    Reading reading(archive, workbook);
    if (archive.has("content.xml")) {
        check_manifest(archive);
        check_mimetype(archive);
        read_ods(reading, request.sheet);
    } else if (archive.has("xl/workbook.bin") || !archive.has("[Content_Types].xml") ||
               archive.has("word/document.xml")) {
        refuse_archive(archive);
    } else {
        read_xlsx(reading, request.sheet);
    }
    return workbook;
}

} // namespace wardmap::spreadsheet
