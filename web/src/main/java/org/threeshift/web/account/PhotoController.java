package org.threeshift.web.account;

import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.threeshift.core.people.CurrentPerson;
import org.threeshift.core.people.PersonId;
import org.threeshift.core.people.Photo;
import org.threeshift.core.people.Photos;

/** Pictures of people, for whoever may know them. Everybody else is told that there is none. */
@Controller
final class PhotoController {
    private static final Duration KEPT_BY_BROWSERS = Duration.ofDays(1);

    private final Photos photos;
    private final CurrentPerson currentPerson;

    PhotoController(Photos photos, CurrentPerson currentPerson) {
        this.photos = photos;
        this.currentPerson = currentPerson;
    }

    @GetMapping("/photos/{person}/{size}")
    ResponseEntity<byte[]> show(@PathVariable String person, @PathVariable String size) {
        Photo photo = size(size)
                .flatMap(wanted ->
                        PersonId.parse(person).flatMap(id -> photos.find(id, currentPerson.required(), wanted)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .eTag(photo.version())
                .cacheControl(CacheControl.maxAge(KEPT_BY_BROWSERS).cachePrivate())
                .contentType(MediaType.IMAGE_JPEG)
                .body(photo.jpeg());
    }

    private static Optional<Photos.Size> size(String name) {
        return switch (name) {
            case "small" -> Optional.of(Photos.Size.SMALL);
            case "large" -> Optional.of(Photos.Size.LARGE);
            default -> Optional.empty();
        };
    }
}
