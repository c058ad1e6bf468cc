package io.sightings.ingest.folder;

import io.sightings.ingest.address.MediaException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** Faults of files in words: the JDK's own are often no more than the path. */
final class FileErrors {

  private FileErrors() {}

  static @Nullable String text(Exception fault) {
    if (fault instanceof MediaException) {
      return fault.getMessage();
    }
    if (fault instanceof NoSuchFileException missing) {
      return missing.getFile() + " is not there";
    }
    if (fault instanceof AccessDeniedException denied) {
      return denied.getFile() + " may not be used: check its permissions";
    }
    if (fault instanceof FileAlreadyExistsException || fault instanceof NotDirectoryException) {
      return ((FileSystemException) fault).getFile() + " is not a folder";
    }
    if (fault instanceof FileSystemException other && other.getReason() != null) {
      return other.getFile() + ": " + other.getReason();
    }
    return fault instanceof IOException
        ? String.valueOf(fault.getMessage())
        : "an unexpected error: " + fault;
  }
}
