#pragma once
// What the measurements in one process share.
#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

/// The median of what `work` takes, in milliseconds.
template <class Work>
double median(std::size_t times, Work&& work) {
    std::vector<double> took;
    for (std::size_t i = 0; i < times; ++i) {
        const auto began = std::chrono::steady_clock::now();
        work();
        took.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
    }
    std::nth_element(took.begin(), took.begin() + static_cast<std::ptrdiff_t>(times / 2), took.end());
    return took[times / 2];
}

inline std::string text_of(const std::string& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}
