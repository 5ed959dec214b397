package catalog

import "slices"

// services are the categories that resource types are put under.
var services = []string{
	"ai", "analytics", "backup", "billing", "block-storage", "cache", "cdn", "certificate", "ci", "collaboration", "compute", "container",
	"database", "desktop", "directory", "dns", "file-storage", "gateway", "identity", "iot", "key-management", "kubernetes", "load-balancer",
	"logging", "mail", "management", "marketplace", "media", "migration", "monitoring", "network", "object-storage", "office", "other", "queue",
	"registry", "search", "secrets", "security", "serverless", "streaming", "vpn", "waf", "warehouse", "workflow",
}

// Services lists the categories of services, sorted.
func Services() []string { return slices.Clone(services) }
