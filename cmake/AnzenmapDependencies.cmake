# SPDX-License-Identifier: Apache-2.0
# The libraries that this build links. Installed too, so that find_package(anzenmap) finds the same ones. All are
# C libraries used by their C API: a program with another C++ library can link them.

include(CMakeFindDependencyMacro)
find_dependency(PkgConfig)
if(NOT TARGET PkgConfig::ANZENMAP_PROJ)
  pkg_check_modules(ANZENMAP_PROJ REQUIRED IMPORTED_TARGET GLOBAL proj>=9.1)
  pkg_check_modules(ANZENMAP_GEOS REQUIRED IMPORTED_TARGET GLOBAL geos>=3.11)
  pkg_check_modules(ANZENMAP_UTF8PROC REQUIRED IMPORTED_TARGET GLOBAL libutf8proc>=2.6)
  pkg_check_modules(ANZENMAP_EXPAT REQUIRED IMPORTED_TARGET GLOBAL expat>=2.5)
  pkg_check_modules(ANZENMAP_LIBZIP REQUIRED IMPORTED_TARGET GLOBAL libzip>=1.7)
  pkg_check_modules(ANZENMAP_QRENCODE REQUIRED IMPORTED_TARGET GLOBAL libqrencode>=4.0)
  pkg_check_modules(ANZENMAP_ZLIB REQUIRED IMPORTED_TARGET GLOBAL zlib>=1.2)
  pkg_check_modules(ANZENMAP_CRYPTO REQUIRED IMPORTED_TARGET GLOBAL libcrypto>=3.0)
endif()
if(NOT ANZENMAP_PORTABLE AND NOT TARGET PkgConfig::ANZENMAP_CURL)
  pkg_check_modules(ANZENMAP_CURL REQUIRED IMPORTED_TARGET GLOBAL libcurl>=7.88)
endif()
if(ANZENMAP_THREADS)
  set(THREADS_PREFER_PTHREAD_FLAG ON)
  find_dependency(Threads)
endif()
