// SPDX-License-Identifier: MIT
#include "spreadsheet/xlsx.h"

#include <algorithm>
#include <map>
#include <vector>

#include "base/text.h"
#include "spreadsheet/xlsx_sheet.h"
#include "spreadsheet/xlsx_text.h"
#include "spreadsheet/xml_part.h"

namespace wardmap::spreadsheet {
namespace {

struct Relation {
    std::string id;
    std::string type; // the last part of its URI: "worksheet", "comments"
    std::string part; // from the archive's root
};

std::string folder_of(const std::string& part) {
    return part.substr(0, part.rfind('/') + 1);
}

/// "xl/worksheets/" and "../comments1.xml" as "xl/comments1.xml".
std::string resolved(const std::string& folder, std::string target) {
    std::replace(target.begin(), target.end(), '\\', '/');
    const auto full = target.starts_with('/') ? target : folder + target;
    std::vector<std::string> steps;
    for (auto& step : text::split(full, '/')) {
        if (step == "..") {
            if (!steps.empty()) steps.pop_back();
        } else if (!step.empty() && step != ".") {
            steps.push_back(std::move(step));
        }
    }
    return text::join(steps, "/");
}

class RelationReader : public XmlHandler {
public:
    RelationReader(Reading& reading, std::string folder)
        : m_reading(reading), m_folder(std::move(folder)) {}

    void start(const XmlName& name, const XmlAttributes& attributes) override {
        if (name.local != "Relationship" || attributes.get("TargetMode") == "External") return;
        m_reading.check_extras(relations.size(), "links between its parts");
        const auto type = attributes.get("Type");
        relations.push_back({std::string(attributes.get("Id")),
                             std::string(type.substr(type.rfind('/') + 1)),
                             resolved(m_folder, std::string(attributes.get("Target")))});
    }
    void end(const XmlName&) override {}
    void text(std::string_view) override {}

    std::vector<Relation> relations;

private:
    Reading& m_reading;
    std::string m_folder;
};

/// The parts that a part refers to; empty if it has no relations.
std::vector<Relation> relations_of(Reading& reading, const std::string& part) {
    const auto folder = folder_of(part);
    const auto list = folder + "_rels/" + part.substr(folder.size()) + ".rels";
    if (!reading.archive().has(list)) return {};
    RelationReader reader(reading, folder);
    read_xml(reading.archive(), list, reader);
    return std::move(reader.relations);
}

/// The first part of this type; `otherwise` if there is none.
std::string part_of(const std::vector<Relation>& relations, std::string_view type,
                    const std::string& otherwise) {
    const auto at = std::find_if(relations.begin(), relations.end(),
                                 [&](const Relation& relation) { return relation.type == type; });
    return at == relations.end() ? otherwise : at->part;
}

struct SheetEntry {
    std::string name;
    std::string id;
    SheetState state = SheetState::visible;
};

class WorkbookReader : public XmlHandler {
public:
    explicit WorkbookReader(Reading& reading) : m_reading(reading) {}

    void start(const XmlName& name, const XmlAttributes& attributes) override {
        if (!is_main_space(name.space)) return;
        if (name.local == "workbookPr") from_1904 = attributes.is_true("date1904");
        if (name.local != "sheet") return;
        if (sheets.size() >= m_reading.limits().sheets) {
            refuse_size(m_reading.archive().place(), "more than a thousand sheets");
        }
        const auto state = attributes.get("state");
        sheets.push_back({std::string(attributes.get("name")), std::string(attributes.get("id")),
                          state == "hidden"       ? SheetState::hidden
                          : state == "veryHidden" ? SheetState::very_hidden
                                                  : SheetState::visible});
    }
    void end(const XmlName&) override {}
    void text(std::string_view) override {}

    bool from_1904 = false;
    std::vector<SheetEntry> sheets;

private:
    Reading& m_reading;
};

/// The format of each cell style.
class StyleReader : public XmlHandler {
public:
    explicit StyleReader(Reading& reading) : m_reading(reading) {}

    void start(const XmlName& name, const XmlAttributes& attributes) override {
        if (name.local == "cellXfs") m_in_cell_styles = true;
        if (name.local == "dxfs") m_in_differences = true;
        if (name.local == "numFmt" && !m_in_differences) {
            m_codes[attributes.number("numFmtId", 0)] = attributes.get("formatCode");
            check(m_codes.size());
        }
        if (name.local == "xf" && m_in_cell_styles) {
            m_ids.push_back(attributes.number("numFmtId", 0));
            check(m_ids.size());
        }
    }
    void end(const XmlName& name) override {
        if (name.local == "cellXfs") m_in_cell_styles = false;
        if (name.local == "dxfs") m_in_differences = false;
    }
    void text(std::string_view) override {}

    [[nodiscard]] std::vector<std::uint32_t> formats() {
        std::vector<std::uint32_t> formats;
        for (const auto id : m_ids) {
            const auto own = m_codes.find(id);
            constexpr std::uint64_t built_in = 164; // the first id of a workbook's own formats
            formats.push_back(m_reading.format(
                own != m_codes.end() ? own->second
                                     : built_in_format(static_cast<int>(std::min(id, built_in)))));
        }
        return formats;
    }

private:
    void check(std::size_t count) const {
        if (count > m_reading.limits().styles) {
            refuse_size(m_reading.archive().place(), "more than 100,000 cell styles");
        }
    }

    Reading& m_reading;
    std::map<std::uint64_t, std::string> m_codes;
    std::vector<std::uint64_t> m_ids;
    bool m_in_cell_styles = false;
    bool m_in_differences = false;
};

XlsxShared read_shared(Reading& reading, const std::vector<Relation>& relations,
                       const std::string& folder) {
    XlsxShared shared;
    shared.general = reading.format("General");
    shared.iso_format = reading.format("yyyy\\-mm\\-dd");
    const auto texts = part_of(relations, "sharedStrings", folder + "sharedStrings.xml");
    if (reading.archive().has(texts)) shared.texts = read_shared_texts(reading, texts);
    const auto styles = part_of(relations, "styles", folder + "styles.xml");
    if (reading.archive().has(styles)) {
        StyleReader reader(reading);
        read_xml(reading.archive(), styles, reader);
        shared.styles = reader.formats();
    }
    return shared;
}

void read_cells(Reading& reading, const std::string& part, const XlsxShared& shared, Sheet& sheet) {
    std::vector<CellRange> filters;
    for (const auto& relation : relations_of(reading, part)) {
        if (!reading.archive().has(relation.part)) continue;
        if (relation.type == "comments") read_notes(reading, relation.part, sheet);
        if (relation.type != "table") continue;
        const auto more = read_table_filter(reading, relation.part);
        filters.insert(filters.end(), more.begin(), more.end());
    }
    read_xlsx_sheet(reading, part, shared, std::move(filters), sheet);
}

} // namespace

void read_xlsx(Reading& reading, const std::string& wanted) {
    const auto part = part_of(relations_of(reading, ""), "officeDocument", "xl/workbook.xml");
    WorkbookReader book(reading);
    read_xml(reading.archive(), part, book);
    reading.workbook().from_1904 = book.from_1904;
    const auto relations = relations_of(reading, part);
    const auto shared = read_shared(reading, relations, folder_of(part));
    for (const auto& entry : book.sheets) {
        const auto at =
            std::find_if(relations.begin(), relations.end(),
                         [&](const Relation& relation) { return relation.id == entry.id; });
        if (at == relations.end()) {
            refuse_damage({reading.archive().place().file, 0, 0, entry.name},
                          "the workbook does not say in which part this sheet is");
        }
        if (at->type != "worksheet") continue; // a chart, a dialogue
        Sheet sheet;
        sheet.name = entry.name;
        sheet.state = entry.state;
        if (wanted.empty() || wanted == entry.name) read_cells(reading, at->part, shared, sheet);
        reading.add_sheet(std::move(sheet));
    }
}

} // namespace wardmap::spreadsheet
