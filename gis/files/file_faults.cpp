// SPDX-License-Identifier: Apache-2.0
#include "gis/files/file_faults.hpp"

#include <cerrno>
#include <string>

namespace anzenmap {

const RuleInfo output_forbidden{
    .code = "OU700",
    .name = "output-forbidden",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"保存が許されていない", "Saving is not allowed"},
    .message = {"「{path}"
                "」に保存できません。このフォルダーへの書き込みが許されていません。書き込みのできる別のフォル"
                "ダーを選んでください",
                "cannot save '{path}': writing to this folder is not allowed; choose another folder"},
    .why = {"書き込みのできないフォルダー（共有フォルダーやCDなど）には結果を残せません。",
            "A read-only folder (a share, a CD) cannot hold the results."},
    .remedy = {"「書類」など、自分が書き込めるフォルダーを保存先に選んでください。前からあるファイルはそのま"
               "ま残っています。",
               "Choose a folder that you may write to. Files that were there before are untouched."},
    .bad = "",
    .good = ""};

const RuleInfo disk_full{
    .code = "OU701",
    .name = "disk-full",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"空き容量が足りない", "No space left"},
    .message =
        {"「{path}"
         "」を保存する空き容量が足りません。いらないファイルを片付けるか、別の場所を保存先に選んでください",
         "no space left to save '{path}': free some space or choose another folder"},
    .why = {"空き容量が足りないと、結果を最後まで書けません。途中までのファイルは残しません。",
            "Without space the results cannot be completed. Half-written files are not kept."},
    .remedy =
        {"いらないファイルを片付けてから、もう一度行ってください。前からあるファイルはそのまま残っています。",
         "Free some space and run again. Files that were there before are untouched."},
    .bad = "",
    .good = ""};

const RuleInfo output_failed{
    .code = "OU702",
    .name = "output-failed",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"保存に失敗した", "Saving failed"},
    .message = {"「{path}」を保存できませんでした（{reason}）。保存先を確かめて、もう一度行ってください",
                "could not save '{path}' ({reason}); check the folder and run again"},
    .why = {"保存先の機器やネットワークに不具合があると、結果を書けません。",
            "A faulty device or network keeps the results from being written."},
    .remedy = {"USBメモリーや共有フォルダーのつながりを確かめるか、別の保存先を選んでください。",
               "Check the USB stick or the share, or choose another folder."},
    .bad = "",
    .good = ""};

const RuleInfo output_folder_unusable{
    .code = "OU703",
    .name = "output-folder-unusable",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"保存先のフォルダーが使えない", "The output folder cannot be used"},
    .message = {"保存先「{path}」をフォルダーとして使えません（{reason}）。別のフォルダーを選んでください",
                "cannot use '{path}' as the output folder ({reason}); choose another one"},
    .why = {"保存先は、書き込みのできるフォルダーでなければなりません。",
            "The results need a folder that can be written to."},
    .remedy = {"同じ名前のファイルがないか、途中のフォルダーに書き込めるかを確かめてください。",
               "Check that no file has this name and that the folder above it can be written to."},
    .bad = "",
    .good = ""};

const RuleInfo output_is_folder{
    .code = "OU704",
    .name = "output-is-folder",
    .severity = Severity::error,
    .category = Category::output,
    .scope = Scope::dataset,
    .fix = FixSafety::none,
    .since = "0.1.0",
    .title = {"同じ名前のフォルダーがある", "A folder has this name"},
    .message =
        {"「{path}"
         "」という名前のフォルダーがあるので、同じ名前のファイルを保存できません。別の名前を付けてください",
         "cannot save '{path}': a folder has this name; choose another name"},
    .why = {"同じ場所に、同じ名前のフォルダーとファイルは置けません。",
            "A folder and a file cannot share a name in one place."},
    .remedy = {"結果に別の名前を付けるか、そのフォルダーの名前を変えてください。",
               "Give the results another name or rename that folder."},
    .bad = "",
    .good = ""};

namespace {

// Not strerror(): its words depend on the system and its buffer is shared between threads.
Argument reason_of(int error_number) {
  const std::string number = std::to_string(error_number);
  switch (error_number) {
    case EACCES:
    case EPERM:
    case EROFS:
      return {"reason", "書き込みが許されていません", "not allowed"};
    case ENOTDIR:
    case EEXIST:
      return {"reason", "同じ名前のファイルがあります", "a file has this name"};
    case ENAMETOOLONG:
      return {"reason", "名前が長すぎます", "the name is too long"};
    case EIO:
      return {"reason", "機器の読み書きの失敗", "input/output error"};
    case EMFILE:
    case ENFILE:
      return {"reason", "開いているファイルが多すぎます", "too many open files"};
    case ENOENT:
      return {"reason", "フォルダーがなくなりました", "the folder is gone"};
    default:
      return {"reason", "エラー番号 " + number, "error number " + number};
  }
}

bool is_forbidden(int error_number) {
  return error_number == EACCES || error_number == EPERM || error_number == EROFS;
}

bool is_full(int error_number) {
  return error_number == ENOSPC || error_number == EDQUOT || error_number == EFBIG;
}

}  // namespace

Error output_error(int error_number, std::string_view path) {
  Argument named{"path", std::string(path), {}};
  if (is_forbidden(error_number)) return Error(output_forbidden, {std::move(named)});
  if (is_full(error_number)) return Error(disk_full, {std::move(named)});
  if (error_number == EISDIR) return Error(output_is_folder, {std::move(named)});
  return Error(output_failed, {std::move(named), reason_of(error_number)});
}

Error output_folder_error(int error_number, std::string_view path) {
  Argument named{"path", std::string(path), {}};
  if (is_full(error_number)) return Error(disk_full, {std::move(named)});
  return Error(output_folder_unusable, {std::move(named), reason_of(error_number)});
}

}  // namespace anzenmap
