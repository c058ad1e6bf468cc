package io.sightings.toolkit.console;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What an I/O error means, as a sentence. The messages of NIO are often no more than a path. */
public final class IoErrorText {

  private IoErrorText() {}

  public static String sentence(IOException e) {
    if (e instanceof FileSystemException f && f.getFile() != null) {
      return f.getFile() + ": " + reason(f);
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static String reason(FileSystemException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file or directory.";
    }
    if (e instanceof AccessDeniedException) {
      return "access is denied; check its permissions.";
    }
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return "it is a file where a directory is needed.";
    }
    return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason() + ".";
  }
}
