#include "form/silent.h"

#include <algorithm>

#include "form/condition_node.h"

namespace vastin::form {

namespace {

std::string question_of(const std::string& name) { return name.substr(0, name.find('.')); }

bool asks(Op op) { return op == Op::answered || op == Op::empty; }

void gather(const ConditionNode& node, std::vector<std::string>& keys) {
    if (asks(node.op) || node.op == Op::count) {  // known, whatever was answered
        return;
    }
    const bool compared =
        node.op == Op::name || node.op == Op::lead || node.op == Op::smallest || node.op == Op::largest;
    const std::string key = question_of(node.name);
    if (compared && !node.known.worked_out && std::find(keys.begin(), keys.end(), key) == keys.end()) {
        keys.push_back(key);
    }
    for (const ConditionNode& child : node.children) {
        gather(child, keys);
    }
}

bool asked(const ConditionNode& node, const std::string& key) {
    return (asks(node.op) && question_of(node.children[0].name) == key) ||
           std::any_of(node.children.begin(), node.children.end(), [&](const auto& one) { return asked(one, key); });
}

}  // namespace

std::vector<std::string> unknown_when_empty(const Condition& condition) {
    std::vector<std::string> keys;
    if (condition) {
        gather(*condition.root(), keys);
    }
    return keys;
}

bool asks_whether_answered(const Condition& condition, const std::string& key) {
    return condition && asked(*condition.root(), key);
}

}  // namespace vastin::form
