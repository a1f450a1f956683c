# Run by CPack between installing and packing: makes of the installed files what Debian's policy asks for. It names no
# page, so whatever is installed is packed.
file(GLOB root "${CPACK_TEMPORARY_DIRECTORY}/*/usr")

# Policy 12.7: the changelog of a package that has no sources but its own.
execute_process(
  COMMAND sh "${CPACK_MENTOR_SOURCE}/src/debian/changelog.sh" "${CPACK_PACKAGE_VERSION}" "${CPACK_PACKAGE_CONTACT}"
  INPUT_FILE "${CPACK_MENTOR_SOURCE}/CHANGELOG.md"
  OUTPUT_FILE "${root}/share/doc/mentor/changelog" COMMAND_ERROR_IS_FATAL ANY)

# Policy 12.1 and 12.7: manual pages and changelogs are compressed, and the same input gives the same bytes.
file(GLOB_RECURSE pages LIST_DIRECTORIES false "${root}/share/man/*")
execute_process(COMMAND gzip -9n ${pages} "${root}/share/doc/mentor/changelog" COMMAND_ERROR_IS_FATAL ANY)
