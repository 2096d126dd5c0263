package org.threeshift.core.bank;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps banks as long as the process lives. */
final class InMemoryBanks implements BankStore {
    private final Map<String, NavigableMap<Integer, PublishedFile>> files = new HashMap<>();

    @Override
    public synchronized boolean add(PublishedFile file) {
        NavigableMap<Integer, PublishedFile> versions = files.computeIfAbsent(file.bankId(), _ -> new TreeMap<>());
        if (versions.ceilingKey(file.version()) != null) {
            return false;
        }
        versions.put(file.version(), file);
        return true;
    }

    @Override
    public synchronized Optional<PublishedFile> find(String bankId, int version) {
        return Optional.ofNullable(files.get(bankId)).map(versions -> versions.get(version));
    }

    @Override
    public synchronized Map<String, Integer> newestVersions() {
        Map<String, Integer> newest = new HashMap<>();
        files.forEach((bankId, versions) -> newest.put(bankId, versions.lastKey()));
        return newest;
    }

    @Override
    public synchronized List<PublishedVersion> versions(String bankId) {
        return files.getOrDefault(bankId, new TreeMap<>()).descendingMap().values().stream()
                .map(file -> new PublishedVersion(file.version(), file.fileName(), file.publishedAt()))
                .toList();
    }
}
