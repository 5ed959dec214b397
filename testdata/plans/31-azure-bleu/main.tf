terraform {
  required_providers { azurerm = { source = "hashicorp/azurerm" } }
}

# Bleu : seul metadata_host le distingue d'Azure public (fait à la main sur le modèle de 26)
provider "azurerm" {
  features {}
  metadata_host                   = "management.sovcloud-api.fr"
  resource_provider_registrations = "none"
  subscription_id                 = "44444444-4444-4444-4444-444444444444"
  tenant_id                       = "11111111-1111-1111-1111-111111111111"
  client_id                       = "22222222-2222-2222-2222-222222222222"
  client_secret                   = "fake"
  use_cli                         = false
  use_msi                         = false
}

provider "azurerm" {
  alias = "chine"
  features {}
  environment                     = "china"
  resource_provider_registrations = "none"
  subscription_id                 = "44444444-4444-4444-4444-444444444444"
  tenant_id                       = "11111111-1111-1111-1111-111111111111"
  client_id                       = "22222222-2222-2222-2222-222222222222"
  client_secret                   = "fake"
  use_cli                         = false
  use_msi                         = false
}

resource "azurerm_resource_group" "souverain" {
  name     = "rg-souverain"
  location = "bleufrancecentral"
}

resource "azurerm_storage_account" "souverain" {
  name                     = "minsouverain"
  resource_group_name      = azurerm_resource_group.souverain.name
  location                 = azurerm_resource_group.souverain.location
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}

resource "azurerm_resource_group" "chine" {
  provider = azurerm.chine
  name     = "rg-chine"
  location = "chinaeast2"
}
