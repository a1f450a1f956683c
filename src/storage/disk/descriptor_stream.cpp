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

bool DescriptorBuffer::flush() {
  const char* from = pbase();
  while (error_ == 0 && from < pptr()) {
    const auto count = ::write(descriptor_, from, static_cast<std::size_t>(pptr() - from));
    if (count >= 0) {
      from += count;
    } else if (errno != EINTR) {
      error_ = errno;
    }
  }
  begin_anew();
  return error_ == 0;
}

}  // namespace mentor::storage
