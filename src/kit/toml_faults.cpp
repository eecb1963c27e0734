// The faults of data files, as they are told.
#include <algorithm>
#include <tuple>

#include "kit/toml.h"

namespace vastin::kit {

std::string Fault::text() const {
    return file + ":" + std::to_string(line) + ":" + std::to_string(column) + ": " + (key.empty() ? "" : key + ": ") +
           message;
}

std::string Faults::text() const {
    std::vector<const Fault*> sorted;
    for (const Fault& fault : all) {
        const bool told = std::any_of(sorted.begin(), sorted.end(), [&](const Fault* one) {
            return one->file == fault.file && one->line == fault.line && one->column == fault.column &&
                   one->key == fault.key;
        });
        if (!told) {  // the first that is wrong at a place is the cause of the others there
            sorted.push_back(&fault);
        }
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const Fault* a, const Fault* b) {
        return std::tie(a->file, a->line, a->column) < std::tie(b->file, b->line, b->column);
    });
    std::string lines;
    for (const Fault* fault : sorted) {
        lines += fault->text() + "\n";
    }
    return lines;
}

}  // namespace vastin::kit
