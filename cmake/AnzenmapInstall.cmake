# SPDX-License-Identifier: Apache-2.0
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/anzenmap")

get_property(libraries GLOBAL PROPERTY ANZENMAP_LIBRARIES)
install(
  TARGETS ${libraries}
  EXPORT anzenmapTargets
  ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
  FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/anzenmap")
install(EXPORT anzenmapTargets NAMESPACE anzenmap:: DESTINATION "${package_dir}")
if(TARGET anzenmap)
  install(TARGETS anzenmap RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endif()

configure_package_config_file(cmake/anzenmapConfig.cmake.in "${PROJECT_BINARY_DIR}/anzenmapConfig.cmake"
                              INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/anzenmapConfigVersion.cmake"
                                 COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/anzenmapConfig.cmake"
              "${PROJECT_BINARY_DIR}/anzenmapConfigVersion.cmake"
              "${PROJECT_SOURCE_DIR}/cmake/AnzenmapDependencies.cmake" DESTINATION "${package_dir}")

install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}")
