/// A stream to a file descriptor that remembers why writing failed, which those of the standard library do not tell.
#pragma once

#include <cstddef>
#include <memory>
#include <streambuf>

namespace mentor::storage {

class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor) { begin_anew(); }

  /// The `errno` of the first write that failed; 0 when none did. Nothing is written after it.
  int error() const { return error_; }

  /// Lets what is written from now on go elsewhere.
  void redirect(int descriptor) {
    flush();
    descriptor_ = descriptor;
  }

 protected:
  int_type overflow(int_type byte) override;
  int sync() override { return flush() ? 0 : -1; }

 private:
  static constexpr std::size_t size = 65536;

  void begin_anew() { setp(buffer_.get(), buffer_.get() + size); }
  bool flush();

  int descriptor_;
  int error_ = 0;
  std::unique_ptr<char[]> buffer_ = std::make_unique_for_overwrite<char[]>(size);  // no page of it before its use
};

}  // namespace mentor::storage
