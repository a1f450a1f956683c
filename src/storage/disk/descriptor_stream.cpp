#include "descriptor_stream.hpp"

#include <unistd.h>

#include <cerrno>

namespace mentor::storage {

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type byte) {
  if (!flush()) {
    return traits_type::eof();
  }
  if (!traits_type::eq_int_type(byte, traits_type::eof())) {
    sputc(traits_type::to_char_type(byte));
  }
  return traits_type::not_eof(byte);
}

void DescriptorBuffer::write_all(const char* from, const char* to) {
  while (error_ == 0 && from < to) {
    const auto count = ::write(descriptor_, from, static_cast<std::size_t>(to - from));
    if (count >= 0) {
      from += count;
      redirected_ += former_ >= 0 && descriptor_ != former_ ? static_cast<std::size_t>(count) : 0;
    } else if (errno != EINTR) {
      error_ = errno;
    }
  }
}

bool DescriptorBuffer::flush() {
  constexpr std::size_t most_kept = 4 * size;  // more than a pipe holds, so somebody has read of it
  if (keeps_) {
    kept_.append(pbase(), pptr());
    keeps_ = kept_.size() <= most_kept;
  }
  write_all(pbase(), pptr());
  begin_anew();
  if (error_ == EPIPE && keeps_ && is_lost_()) {
    turn_back();
  }
  return error_ == 0;
}

bool DescriptorBuffer::turn_back() {
  if (!std::exchange(keeps_, false)) {
    return false;
  }
  descriptor_ = former_;
  error_ = 0;
  write_all(kept_.data(), kept_.data() + kept_.size());
  return true;
}

}  // namespace mentor::storage
