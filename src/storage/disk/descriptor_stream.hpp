/// A stream to a file descriptor that remembers why writing failed, which those of the standard library do not tell.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <streambuf>
#include <string>
#include <utility>

namespace mentor::storage {

class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor) { begin_anew(); }

  /// The `errno` of the first write that failed; 0 when none did. Nothing is written after it.
  int error() const { return error_; }

  /// Lets what is written from now on go elsewhere, such as to a pager. As long as it is little, it is kept too. When
  /// the other end was closed by then, `is_lost` says whether nobody has read anything, so that it must be turned back.
  void redirect(int descriptor, std::function<bool()> is_lost) {
    flush();
    former_ = std::exchange(descriptor_, descriptor);
    is_lost_ = std::move(is_lost);
    keeps_ = true;
  }

  /// Writes what was kept to where it would have gone without `redirect`, and all else from now on. False, and nothing
  /// is written, when there was no `redirect`, or too much was written to keep it.
  bool turn_back();
  /// How many bytes were written since `redirect`.
  std::size_t redirected() const { return redirected_; }
  bool is_turned_back() const { return former_ >= 0 && descriptor_ == former_; }

 protected:
  int_type overflow(int_type byte) override;
  int sync() override { return flush() ? 0 : -1; }

 private:
  static constexpr std::size_t size = 65536;

  void begin_anew() { setp(buffer_.get(), buffer_.get() + size); }
  bool flush();

  void write_all(const char* from, const char* to);

  int descriptor_;
  int former_ = -1;
  std::function<bool()> is_lost_;
  std::string kept_;  // what was written since `redirect`
  bool keeps_ = false;
  std::size_t redirected_ = 0;
  int error_ = 0;
  std::unique_ptr<char[]> buffer_ = std::make_unique_for_overwrite<char[]>(size);  // no page of it before its use
};

}  // namespace mentor::storage
