#pragma once
// Files to send in, made here: just enough of each form, and what people send by mistake or on purpose.
#include <string>
#include <string_view>
#include <vector>

namespace vastin::cast {

inline std::string little(std::size_t value, std::size_t bytes) {
    std::string made;
    for (; bytes > 0; --bytes, value >>= 8) {
        made += static_cast<char>(value & 255);
    }
    return made;
}

struct Packed {
    std::string name, bytes;
    std::size_t flags = 0, method = 8, unpacked = 0;  // unpacked 0: as many as `bytes`
    std::size_t attributes = 0;
};

/// A ZIP file that says of its entries what it is told; their bytes are not really packed.
inline std::string zip_file(const std::vector<Packed>& entries) {
    std::string file, table;
    for (const Packed& one : entries) {
        const std::string sizes =
            little(one.flags, 2) + little(one.method, 2) + little(0, 4) + little(0, 4) + little(one.bytes.size(), 4) +
            little(one.unpacked == 0 ? one.bytes.size() : one.unpacked, 4) + little(one.name.size(), 2) + little(0, 2);
        table += std::string("PK\x01\x02") + little(20, 2) + little(20, 2) + sizes + little(0, 2) + little(0, 2) +
                 little(0, 2) + little(one.attributes, 4) + little(file.size(), 4) + one.name;
        file += std::string("PK\x03\x04") + little(20, 2) + sizes + one.name + one.bytes;
    }
    return file + table + std::string("PK\x05\x06") + little(0, 4) + little(entries.size(), 2) +
           little(entries.size(), 2) + little(table.size(), 4) + little(file.size(), 4) + little(0, 2);
}

inline std::string docx_file() { return zip_file({{"[Content_Types].xml", "x"}, {"word/document.xml", "y"}}); }

/// `extra` stands in the trailer: "/Encrypt 5 0 R".
inline std::string pdf_file(const std::string& text = "hello", const std::string& extra = {}) {
    std::string file = "%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n% " + text + "\n";
    const std::size_t table = file.size();
    return file + "xref\n0 1\n0000000000 65535 f \ntrailer << /Size 1 /Root 1 0 R " + extra + " >>\nstartxref\n" +
           std::to_string(table) + "\n%%EOF\n";
}

inline std::string png_file(std::size_t width = 10, std::size_t height = 10) {
    const auto big = [](std::size_t value) {
        const std::string other = little(value, 4);
        return std::string(other.rbegin(), other.rend());
    };
    return std::string("\x89PNG\r\n\x1A\n") + std::string("\0\0\0\rIHDR", 8) + big(width) + big(height) +
           std::string("\x08\x02\0\0\0\0\0\0\0", 9);
}

inline std::string exe_file() { return "MZ\x90" + std::string(200, '\0') + "PE"; }

}  // namespace vastin::cast
