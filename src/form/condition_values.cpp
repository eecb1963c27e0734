#include "form/condition_values.h"

#include <algorithm>

#include "form/condition_node.h"

namespace vastin::form {

namespace {

bool compares(Op op) { return op >= Op::equal && op <= Op::has; }

struct Side {
    std::vector<std::string> names{};
    std::vector<Term> values{};

    void look(const ConditionNode& node) {
        if (!node.name.empty()) {
            names.push_back(node.name);
        }
        if (node.op == Op::literal) {
            values.push_back(node.value);
        }
        for (const ConditionNode& child : node.children) {
            look(child);
        }
    }
};

void gather(const ConditionNode& node, std::vector<ComparedValue>& all) {
    for (const ConditionNode& child : node.children) {
        gather(child, all);
    }
    if (compares(node.op)) {
        Side side;
        side.look(node);
        for (const std::string& name : side.names) {
            for (const Term& value : side.values) {
                all.push_back({name, value});
            }
        }
    }
}

bool plain(const ConditionNode& node) {
    switch (node.op) {
        case Op::either:
        case Op::both:
        case Op::negation:
            return std::all_of(node.children.begin(), node.children.end(), plain);
        case Op::answered:
        case Op::empty:
            return node.children.front().op == Op::name;
        default:
            return compares(node.op) && node.children.front().op == Op::name && !node.children.front().known.of_rows &&
                   !node.children.front().known.worked_out &&
                   std::all_of(node.children.begin() + 1, node.children.end(), [](const ConditionNode& child) {
                       return child.op == Op::literal;
                   });
    }
}

}  // namespace

std::vector<ComparedValue> compared_values(const Condition& condition) {
    std::vector<ComparedValue> all;
    if (condition) {
        gather(*condition.root(), all);
    }
    return all;
}

bool decided_by_answers(const Condition& condition) { return condition && plain(*condition.root()); }

}  // namespace vastin::form
