package io.sightings.ingest.reading;

import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.publish.PublishException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says what is wrong with a file: the JDK's own messages are often no more than the path. */
public final class FileErrorMessages {

  private FileErrorMessages() {}

  public static String text(Exception fault) {
    if (fault instanceof MediaException || fault instanceof PublishException) {
      return String.valueOf(fault.getMessage());
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
